import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addMonths, defaultSettings, type LeadCommand, type LeadEvent } from "@breakwater/casework";
import { people, pieces } from "@breakwater/casework/testing";
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createFigureKeeper } from "../../figures/figure-keeper.ts";
import { createLedgerNotary } from "../../ledger-api/open-ledger-notary.ts";
import { openLedgerAt } from "../../ledger/open-ledger-at.ts";
import { grepFiles } from "../../lifecycle/grep-files.ts";
import { createSqliteOutbox } from "../../state/sqlite-outbox.ts";
import { dropDeleted } from "../../sqlite/database.ts";
import { rebuildProjection } from "../projection/rebuild-projection.ts";
import { openHouse, type House } from "../testing/open-house.ts";
import { openStory } from "../testing/open-story.ts";

const day = 86_400_000;
const account = "alice-of-the-pier";
const other = "bob-of-the-lighthouse";
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-forgetting-"));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const folders = {
    log: join(folder, "log"),
    signingKeys: join(folder, "signing"),
    payloadKeys: join(folder, "payload"),
  };
  const clock = { at: 0 };
  const { ledger, close } = await openLedgerAt(folders, {
    origin: "test.example/log",
    now: () => Math.max(clock.at, 1),
    randomBytes,
  });
  closers.push(close);
  const house = openHouse({ notary: createLedgerNotary(ledger) }, join(folder, "state.sqlite"));
  closers.push(() => house.db.close());
  clock.at = house.clock.at;
  const wait = async (days: number): Promise<void> => {
    for (let left = days; left > 0; left -= 10) {
      house.clock.at += Math.min(10, left) * day;
      clock.at = house.clock.at;
      await house.tick(house.clock.at);
      await obey(house);
    }
  };
  const grep = async (...words: readonly string[]) => {
    // Notices to the platform name accounts and have a rule of their own.
    await createSqliteOutbox(house.db).deleteBefore(clock.at - 30 * day);
    dropDeleted(house.db);
    return grepFiles(folder, words);
  };
  return { house, story: openStory(house), ledger, wait, grep };
}

/** The platform does what it is asked to. */
async function obey(house: House): Promise<void> {
  await house.notarising.run();
  const { items } = await house.effectBook.list({ state: "asked", limit: 100 });
  for (const { id } of items) await house.effectBook.confirm(id, null, house.clock.at);
  await house.notarising.run();
}

/** A decided case about the account; gives the decision. */
async function decided(
  { house, story }: Awaited<ReturnType<typeof open>>,
  caseId: string,
  who: string,
): Promise<string> {
  const lead = `lead-of-${caseId}`;
  const content = pieces.detectedLead({ refs: [who] });
  await story.does(people.detector, { object: "lead", id: lead, command: content });
  await story.investigate(caseId, who, lead);
  const decision = await story.decide(caseId, who, ["warning"]);
  await story.passOn();
  await obey(house);
  return decision;
}

/** What people write beside the events of the first case. */
async function writeBeside({ opinions, jobs, effects }: House["stores"], who: string): Promise<void> {
  const at = 1;
  const by = { person: "ana", at, reason: `I know ${who}.` };
  const asked = { id: "opinion-1", case: "case-1", question: `Is ${who} one of them?`, askedBy: "ana", askedAt: at };
  await opinions.putOpinion({ ...asked, of: null, answer: `${who} is.`, answeredBy: "ben", answeredAt: at });
  const judgement = {
    by: "rei",
    at,
    role: "operator",
    grade: "serious",
    reason: `So is ${who}.`,
    agrees: true,
  } as const;
  await opinions.putSample({ id: "d-case-1", case: "case-1", drawnAt: at, judgement });
  await jobs.addSkip({ queue: "approval", id: "case-1" }, by);
  await jobs.addSkip({ queue: "second_opinion", id: "opinion-1" }, by);
  await jobs.addConflict({ object: "case", id: "case-1", ...by });
  const applied = await effects.find("d-case-1-warning.apply");
  if (applied !== null) await effects.put({ ...applied, reason: `${who} was away.` });
}

describe("casework's forgetting", () => {
  it("keeps back what a decision in force rests on, and says because of what and until when", async () => {
    const place = await open();
    const decision = await decided(place, "case-1", account);
    const { forgetting, desk } = place.house;
    const { erased, keptBack } = await forgetting.eraseAccount(account);
    expect(erased).toBe(0);
    expect(keptBack).toEqual([
      { kind: "lead", count: 1, because: "case-1", until: null },
      { kind: "case", count: 1, because: "case-1", until: null },
      { kind: "decision", count: 1, because: "case-1", until: null },
    ]);
    expect((await desk.getState("decision", decision)).opening?.account).toBe(account);
    await place.wait(200);
    const { retainUntil } = await desk.getState("case", "case-1");
    expect(retainUntil).toBeGreaterThan(place.house.clock.at);
    expect((await forgetting.eraseAccount(account)).keptBack.map(({ until }) => until)).toEqual([
      retainUntil,
      retainUntil,
      retainUntil,
    ]);
  });

  it("tells an account what is held of it, and nothing of others", async () => {
    const place = await open();
    await decided(place, "case-1", account);
    await decided(place, "case-2", other);
    const records = await place.house.forgetting.listOf(account);
    expect(records.map(({ kind }) => kind)).toEqual(["lead", "case", "decision", "record", "notice"]);
    expect(JSON.stringify(records)).toContain(account);
    expect(JSON.stringify(records)).toMatch(/allegation/);
    const others = Object.values(people).filter(({ roles }) => !roles.includes("detector"));
    for (const word of [other, ...others.map(({ id }) => `"${id}"`)])
      expect(JSON.stringify(records)).not.toContain(word);
    expect(await place.house.forgetting.listOf("nobody")).toEqual([]);
  });

  it("CW-59 destroys words and keys once a case was purged, in every file; proofs and figures stay", async () => {
    const place = await open();
    const { house, ledger, wait, grep } = place;
    await decided(place, "case-1", account);
    const { forgetting, stores, desk } = house;
    await writeBeside(stores, account);
    await wait(200);
    await decided(place, "case-2", other);
    expect(await forgetting.destroyExpired(house.clock.at, 100)).toBe(0);
    await wait(220);
    expect((await desk.getState("case", "case-1")).status).toBe("purged");
    const period = { from: "2026-01", to: "2028-12" };
    const figures = async () => {
      const { events: _, ...counts } = await createFigureKeeper(stores.casework).figures(period as never);
      return counts;
    };
    const before = { figures: await figures(), size: ledger.size() };
    const entry = (await stores.casework.findFirstEntry("case", "case-1")) ?? -1;
    expect((await ledger.readPayload(entry)).kind).toBe("present");
    expect(await forgetting.destroyExpired(house.clock.at, 100)).toBe(3);
    expect((await ledger.readPayload(entry)).kind).toBe("erased");
    expect(await grep(account)).toEqual([]);
    expect(await grep(other)).not.toEqual([]);
    expect(await figures()).toEqual(before.figures);
    expect(ledger.size()).toBeGreaterThan(before.size);
    expect(await forgetting.destroyExpired(house.clock.at, 100)).toBe(0);
    expect(await forgetting.listOf(account)).toEqual([]);
    expect(await forgetting.eraseAccount(account)).toEqual({ erased: 0, keptBack: [] });
    // All that follows from the events follows from what is left of them.
    const states = async () =>
      Promise.all(["lead", "case", "decision"].map((object) => stores.casework.listStates(object as "case", 0, 99)));
    const held = await states();
    await rebuildProjection({ store: stores.casework, settings: defaultSettings, readModels: [] });
    expect(await states()).toEqual(held);
  });

  it("destroys leads that ended without a case in their time, and at once where a detector's account is erased", async () => {
    const place = await open();
    const { house, wait, grep } = place;
    for (const [id, who] of [
      ["lead-1", account],
      ["lead-2", other],
    ] as const) {
      await place.story.does(people.detector, { object: "lead", id, command: pieces.detectedLead({ refs: [who] }) });
    }
    await house.notarising.run();
    expect((await house.forgetting.eraseAccount(account)).keptBack).toMatchObject([
      { kind: "lead", because: "lead-1" },
    ]);
    await place.story.does(people.tian, {
      object: "lead",
      id: "lead-1",
      command: { kind: "dismiss", reason: "insufficient" },
    });
    // The ledger has to hold it first.
    expect((await house.forgetting.eraseAccount(account)).keptBack).toHaveLength(1);
    await house.notarising.run();
    expect(await house.forgetting.eraseAccount(account)).toEqual({ erased: 1, keptBack: [] });
    expect(await grep(account)).toEqual([]);
    const [, dismissed] = await house.stores.casework.readHistory("lead", "lead-1");
    expect((dismissed?.event as LeadEvent | undefined)?.kind).toBe("lead_dismissed");
    await wait(40);
    expect(await house.forgetting.destroyExpired(house.clock.at, 9)).toBe(0);
    await wait(100);
    expect(await house.forgetting.destroyExpired(house.clock.at, 9)).toBe(1);
    expect(await grep(other)).toEqual([]);
  });

  it("finds what may go behind any number of leads that stay with a case that lives", async () => {
    const place = await open();
    const { house, story, wait } = place;
    await decided(place, "case-1", account);
    const end = async (id: string, command: LeadCommand): Promise<void> => {
      await story.does(people.detector, { object: "lead", id, command: pieces.detectedLead({ refs: [other] }) });
      await story.does(people.tian, { object: "lead", id, command });
    };
    for (const id of ["lead-1", "lead-2", "lead-3"]) await end(id, { kind: "merge", into: "lead-of-case-1" });
    await end("lead-4", { kind: "dismiss", reason: "insufficient" });
    await wait(140);
    expect(await house.forgetting.destroyExpired(house.clock.at, 1)).toBe(1);
    expect(await house.forgetting.destroyExpired(house.clock.at, 1)).toBe(0);
  });

  it("keeps what somebody may object to as long as that, and takes at once what its owner has closed", async () => {
    const place = await open();
    const { house, wait, grep, story } = place;
    const notice = pieces.detectedLead({
      source: "reporter",
      refs: [account],
      signals: [],
      reason: "spam",
      notice: pieces.fullNotice,
    });
    await story.does(people.rob, { object: "lead", id: "lead-1", command: notice });
    await story.does(people.tian, { object: "lead", id: "lead-1", command: { kind: "dismiss", reason: "opinion" } });
    const victim = { id: other, roles: ["victim"] } as const;
    const workspace = { object: "victim_workspace", id: "workspace-1" } as const;
    await story.does(victim, { ...workspace, command: { kind: "open", owner: other, isMinor: false } });
    await house.notarising.run();
    expect((await house.forgetting.eraseAccount(other)).keptBack).toEqual([
      { kind: "victim_workspace", count: 1, because: "workspace-1", until: null },
    ]);
    expect(await house.forgetting.listOf(other)).toMatchObject([
      { kind: "victim_workspace", data: { isMinor: false } },
    ]);
    await story.does(victim, { ...workspace, command: { kind: "close" } });
    await house.notarising.run();
    expect(await house.forgetting.eraseAccount(other)).toEqual({ erased: 1, keptBack: [] });
    expect(await grep(other)).toEqual([]);
    const until = addMonths(house.clock.at, 30);
    expect((await house.forgetting.eraseAccount(account)).keptBack).toMatchObject([{ because: "lead-1", until }]);
    const [object, id, route] = ["lead", "lead-1", "getLead"] as const;
    await house.stores.views.add({ at: house.clock.at, by: "tian", object, id, route, version: 1, refused: null });
    await wait(890);
    expect(await house.forgetting.destroyExpired(house.clock.at, 9)).toBe(0);
    await wait(40);
    // The lead, and that somebody opened it.
    expect(await house.forgetting.destroyExpired(house.clock.at, 9)).toBe(2);
    expect(await house.forgetting.destroyExpired(house.clock.at, 9)).toBe(0);
    expect(await grep(account, "R. Reporter", "r@example.org")).toEqual([]);
  });
});
