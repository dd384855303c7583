import { addMonths, defaultSettings, type Actor } from "@breakwater/casework";
import { people } from "@breakwater/casework/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDeterminationRecord } from "../record-determination.ts";
import { openHouse, testTelling, type House } from "../testing/open-house.ts";
import { openStory, type Story } from "../testing/open-story.ts";
import { createLinks } from "./links.ts";
import type { LinkAct } from "./link-desk.ts";
import type { LinkPage } from "./link-page.ts";

const { ana, rei, clock } = people;
const writing = { language: "en", link: "on this page" } as const;
const day = 86_400_000;
const report = {
  object: { kind: "post", id: "post-1" },
  refs: [],
  category: "fraud",
  reasons: "Sells tickets that do not exist.",
  location: "https://example.org/p/post-1",
  name: "Rosa",
  email: "rosa@example.org",
  inGoodFaith: true,
} as const;

const tokenIn = (link: string): string => link.slice(link.lastIndexOf("/") + 1);
async function tokenOf(house: House, id: string): Promise<string> {
  const answer = await house.noticeDesk.read(id);
  return answer.kind === "done" ? tokenIn(answer.value.link) : expect.fail(answer.kind);
}
async function see<K extends LinkPage["kind"]>(
  house: House,
  token: string,
  kind: K,
): Promise<Extract<LinkPage, { kind: K }>> {
  const page = await house.linkDesk.open(token, writing);
  if (page?.kind !== kind) expect.fail(`${page?.kind ?? "nothing"} instead of ${kind}`);
  return page as Extract<LinkPage, { kind: K }>;
}
async function submit(house: House, more: Partial<typeof report> = {}): Promise<string> {
  const answer = await house.linkDesk.report({ ...report, ...more });
  return answer.kind === "done" ? tokenIn(answer.value.link) : expect.fail(JSON.stringify(answer));
}

async function askCorrection(house: House): Promise<string> {
  const { casework: store, listing, jobs } = house.stores;
  const record = createDeterminationRecord({ store, settings: defaultSettings, readModels: [listing, jobs] });
  const people = { author: "eda", reviewers: ["edo", "edi"], by: "eda" };
  await record({
    id: "claim-1",
    kind: "published",
    number: 1,
    verdict: "false",
    reason: "",
    at: house.clock.at,
    ...people,
  });
  const answer = await house.linkDesk.askCorrection("claim-1", "It was on Monday.");
  return answer.kind === "asked" ? tokenIn(answer.link) : expect.fail(answer.kind);
}

/** One decision, one hearing, one hold, one report, one request for a correction: the tokens of each. */
async function openAll(house: House, story: Story): Promise<Readonly<Record<LinkPage["kind"], string>>> {
  await story.investigate("c1", "a1");
  await story.decide("c1", "a1", ["suspend"]);
  const [decision = ""] = await story.passOn();
  await story.investigate("c2", "a2");
  const command = { kind: "start_hearing", account: "a2", declaredMedia: false } as const;
  await story.does(ana, { object: "case", id: "c2", command });
  const [hearing = ""] = await story.passOn();
  await story.hold("h1", "a3");
  const [hold = ""] = await story.passOn();
  return {
    decision: await tokenOf(house, decision),
    hearing: await tokenOf(house, hearing),
    hold: await tokenOf(house, hold),
    report: await submit(house),
    correction: await askCorrection(house),
  };
}

describe("a link", () => {
  it("opens its own notice and does what that is for, and nothing of another", async () => {
    const house = openHouse();
    const tokens = await openAll(house, openStory(house));
    const marks = { decision: "d-c1", hearing: null, hold: "h1", report: null, correction: null };
    for (const [kind, token] of Object.entries(tokens) as [LinkPage["kind"], string][]) {
      const page = await see(house, token, kind);
      if (marks[kind] !== null) expect(page.reference).toBe(marks[kind]);
      const others = Object.entries(marks).filter(([name, mark]) => name !== kind && mark !== null);
      for (const [, mark] of others) expect(JSON.stringify(page)).not.toContain(`"${mark ?? ""}"`);
    }
    const acts: Readonly<Record<Exclude<LinkPage["kind"], "correction">, LinkAct>> = {
      decision: { kind: "appeal", points: ["No."], evidence: [] },
      hearing: { kind: "reply", text: "It was my brother." },
      hold: { kind: "contest", text: "It is a recipe." },
      report: { kind: "complete", parts: { name: "Rosa" } },
    };
    const before = await house.stores.casework.latestSequence();
    for (const [kind, token] of Object.entries(tokens)) {
      for (const [other, act] of Object.entries(acts)) {
        if (other !== kind) expect(await house.linkDesk.act(token, act)).toEqual({ kind: "unknown" });
      }
    }
    const dispute = { kind: "dispute", body: "Appeals Centre", reference: "AC-17" } as const;
    for (const kind of ["hearing", "hold", "report"] as const) {
      expect(await house.linkDesk.act(tokens[kind], dispute)).toEqual({ kind: "unknown" });
    }
    expect(await house.stores.casework.latestSequence()).toBe(before);
    for (const kind of ["decision", "hearing", "hold"] as const) {
      expect(await house.linkDesk.act(tokens[kind], acts[kind])).toEqual({ kind: "done" });
    }
    expect((await see(house, tokens.hearing, "hearing")).reply).toBe("It was my brother.");
    expect((await see(house, tokens.hold, "hold")).isContested).toBe(true);
    expect((await see(house, tokens.decision, "decision")).objection).toMatchObject({
      isOpen: false,
      why: "appealed_already",
      appeal: { points: ["No."], outcome: null },
    });
  });

  it("is refused alike where it was changed, made up, or made under another key", async () => {
    const house = openHouse();
    const tokens = await openAll(house, openStory(house));
    const foreign = createLinks(new Uint8Array(32).fill(1));
    const act = { kind: "appeal", points: ["No."], evidence: [] } as const;
    const refused = [
      foreign.make({ purpose: "notice", id: "notice-1" }),
      testTelling.links.make({ purpose: "notice", id: "notice-999" }),
      testTelling.links.make({ purpose: "report", id: "notice-1" }),
      `${tokens.decision.slice(0, -2)}AA`,
      "",
    ];
    for (const token of refused) {
      expect(await house.linkDesk.open(token, writing)).toBeNull();
      expect(await house.linkDesk.act(token, act)).toEqual({ kind: "unknown" });
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(tokens)),
        fc.nat(),
        fc.constantFrom("A", "z", "-", "0"),
        async (token, place, sign) => {
          const at = place % token.length;
          const changed = token.slice(0, at) + sign + token.slice(at + 1);
          if (changed !== token) expect(await house.linkDesk.open(changed, writing)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("CW-70 lasts as long as one can object, six months from being informed, and longer while that is looked at", async () => {
    const house = openHouse();
    const story = openStory(house);
    const tokens = await openAll(house, story);
    const { until } = (await see(house, tokens.decision, "decision")).objection;
    expect(until).toBe(addMonths(house.clock.at, 6));
    house.clock.at = until ?? 0;
    const appeal = { kind: "appeal", points: ["It was not me."], evidence: ["My alibi."] } as const;
    expect(await house.linkDesk.act(tokens.decision, appeal)).toEqual({ kind: "done" });
    house.clock.at += day;
    for (const kind of ["hearing", "hold"] as const) {
      expect(await house.linkDesk.open(tokens[kind], writing)).toBeNull();
    }
    const answers = ["You are right."];
    const command = { kind: "decide_appeal", appellant: "a1", outcome: "reversed", answers, reverse: [] } as const;
    await story.does(rei, { object: "decision", id: "d-c1", command });
    house.clock.at += 30 * day;
    expect((await see(house, tokens.decision, "decision")).objection.appeal).toMatchObject({
      outcome: "reversed",
      answers,
    });
  });

  it("ends with its decision", async () => {
    const house = openHouse();
    const story = openStory(house);
    await story.investigate("c1", "a1");
    await story.decide("c1", "a1", ["warning"]);
    const [id = ""] = await story.passOn();
    const token = await tokenOf(house, id);
    await see(house, token, "decision");
    const confirm = { kind: "confirm_applied", measure: "d-c1-warning", registerKey: null } as const;
    await story.does(clock, { object: "decision", id: "d-c1", command: confirm });
    house.clock.at = addMonths(house.clock.at, 4);
    await house.desk.tick(house.clock.at);
    const ended = { kind: "confirm_reversed", measure: "d-c1-warning" } as const;
    await story.does(clock, { object: "decision", id: "d-c1", command: ended });
    house.clock.at = addMonths(house.clock.at, 3);
    for (const _ of [1, 2, 3]) await house.desk.tick(house.clock.at);
    expect((await house.desk.getState("decision", "d-c1")).status).toBe("closed");
    expect(await house.linkDesk.open(token, writing)).toBeNull();
    house.clock.at = addMonths(house.clock.at, 12);
    for (const _ of [1, 2, 3]) await house.desk.tick(house.clock.at);
    expect(await house.linkDesk.open(token, writing)).toBeNull();
  });
});

describe("a report's link", () => {
  it("follows it, completes it, and CW-76 objects to a decision to leave alone", async () => {
    const house = openHouse();
    const story = openStory(house);
    const token = await submit(house, { name: "" } as object);
    expect((await see(house, token, "report")).report).toMatchObject({ stage: "returned", missing: ["name"] });
    expect(await house.linkDesk.act(token, { kind: "complete", parts: { name: "Rosa" } })).toEqual({ kind: "done" });
    const { reference } = await see(house, token, "report");
    const lead = (await house.stores.reports.find(reference))?.lead ?? "";
    await story.investigate("c1", "a1", lead);
    expect((await see(house, token, "report")).report.stage).toBe("in_case");
    const decline = { kind: "propose_no_action", reason: "no_violation", decision: "d-none", supersedes: [] } as const;
    await story.does(ana, { object: "case", id: "c1", command: decline });
    expect(await see(house, token, "report")).toMatchObject({
      outcome: "We looked into it: it breaks no rule.",
      objection: { isOpen: true, appeal: null },
    });
    const appeal = { kind: "appeal", points: ["It does."], evidence: [] } as const;
    expect(await house.linkDesk.act(token, appeal)).toEqual({ kind: "done" });
    expect(await house.linkDesk.act(token, appeal)).toMatchObject({ refusal: { code: "appealed_already" } });
    const { account = "" } = (await house.stores.reports.find(reference)) ?? {};
    expect((await house.desk.getState("decision", "d-none")).appeals[account]?.points).toEqual(["It does."]);
    const dispute = { kind: "dispute", body: "Appeals Centre", reference: "AC-17" } as const;
    expect(await house.linkDesk.act(token, dispute)).toEqual({ kind: "done" });
    expect((await see(house, token, "report")).objection?.dispute).toMatchObject({
      mayTell: false,
      told: { body: "Appeals Centre", isOpen: true },
    });
  });

  it("CW-77 does not say that another party turned to an outside body", async () => {
    const house = openHouse();
    const story = openStory(house);
    const token = await submit(house);
    const { reference } = await see(house, token, "report");
    await story.investigate("c1", "a1", (await house.stores.reports.find(reference))?.lead ?? "");
    const decline = { kind: "propose_no_action", reason: "no_violation", decision: "d-none", supersedes: [] } as const;
    await story.does(ana, { object: "case", id: "c1", command: decline });
    const command = { kind: "file_dispute", body: "Appeals Centre", reference: "AC-17" } as const;
    const adjudicator: Actor = { id: "body-1", roles: ["adjudicator"] };
    await story.does(adjudicator, { object: "decision", id: "d-none", command });
    const page = await see(house, token, "report");
    expect(page.objection?.dispute).toEqual({ mayTell: false, told: null });
    expect(JSON.stringify(page)).not.toContain("AC-17");
  });

  it("says nothing of what others bear, and ends six months after the outcome", async () => {
    const house = openHouse();
    const story = openStory(house);
    const token = await submit(house);
    const { reference } = await see(house, token, "report");
    await story.investigate("c1", "a1", (await house.stores.reports.find(reference))?.lead ?? "");
    await story.decide("c1", "a1", ["suspend"]);
    const page = await see(house, token, "report");
    expect(page.objection).toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/suspend|"a1"|d-c1/);
    house.clock.at = addMonths(house.clock.at, 6) + 1;
    expect(await house.linkDesk.open(token, writing)).toBeNull();
  });
});

it("CW-121 publishes what is told and without personal data, with what became of it", async () => {
  const house = openHouse();
  const story = openStory(house);
  await story.investigate("c1", "a1");
  await story.decide("c1", "a1", ["suspend"]);
  const { publishedStatements } = house;
  expect((await publishedStatements.list({ limit: 9 })).items).toEqual([]);
  expect(await publishedStatements.read("d-c1")).toBeNull();
  await story.passOn();
  await story.investigate("c2", "a2");
  await story.decide("c2", "a2", ["warning"]);
  await story.passOn();
  const { items, next } = await publishedStatements.list({ limit: 9 });
  expect(items).toMatchObject([{ id: "d-c1", isReversed: false, isUnderAppeal: false }]);
  expect(next).toBeNull();
  expect(JSON.stringify(items)).not.toMatch(/"a1"|post-of-/);
  expect(await publishedStatements.read("d-c2")).toBeNull();
});
