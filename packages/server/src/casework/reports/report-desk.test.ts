import { listMissingFields, type NoticeForm } from "@breakwater/casework";
import { people } from "@breakwater/casework/testing";
import fc from "fast-check";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dropDeleted } from "../../sqlite/database.ts";
import { openHouse, type House } from "../testing/open-house.ts";
import { sealNotice } from "./notice-form.ts";
import type { SubmittedReport, WrittenReport } from "./submit-report.ts";

const day = 86_400_000;
const written: WrittenReport = {
  object: { kind: "post", id: "post-1" },
  refs: ["a7"],
  category: "fraud",
  reasons: "Sells tickets that do not exist, says Zoe.",
  location: "https://example.org/p/post-1",
  name: "Rosa Reporter",
  email: "Rosa@Example.org",
  inGoodFaith: true,
  account: "u1",
  source: "reporter",
  via: "t1",
};

async function submit(house: House, more: Partial<WrittenReport> = {}): Promise<SubmittedReport> {
  const answer = await house.reportDesk.submit({ ...written, ...more });
  if (answer.kind !== "done") expect.fail(JSON.stringify(answer));
  return answer.value;
}
const leadOf = async (house: House, { id }: SubmittedReport): Promise<string> =>
  (await house.stores.reports.find(id))?.lead ?? "";
const follow = async (house: House, { id, key }: SubmittedReport) => {
  const answer = await house.reportDesk.follow(id, key);
  return answer.kind === "done" ? answer.value : expect.fail(answer.kind);
};
const byTian = ({ clock }: House) => ({ actor: people.tian, at: clock.at });

describe("submit()", () => {
  it("acknowledges at once, opens a lead, and gives the action log a report by the account", async () => {
    const house = openHouse();
    const report = await submit(house);
    expect(report).toMatchObject({ receivedAt: house.clock.at, status: "received", missing: [] });
    const lead = await leadOf(house, report);
    const { content, openedBy, status } = await house.desk.getState("lead", lead);
    expect([status, openedBy, content?.refs]).toEqual(["lead_open", "u1", ["post-1", "a7"]]);
    expect(await house.hear()).toEqual(["lead.opened", "report.received"]);
    expect(await house.reportDesk.appendActions()).toBe(1);
    expect(await house.reportDesk.appendActions()).toBe(0);
    const objects = [written.object];
    const action = { id: report.id, at: house.clock.at, account: "u1", kind: "report", objects };
    expect(house.actions).toEqual([action]);
    // A complete notice can become a case.
    const accept = { kind: "accept", priority: "P1", caseType: "fraud" } as const;
    expect(await house.leadBook.command(lead, accept, byTian(house))).toMatchObject({ kind: "done" });
    expect((await follow(house, report)).stage).toBe("in_case");
  });

  it("CW-22 returns an incomplete one once, saying what it lacks", async () => {
    const house = openHouse();
    const report = await submit(house, { name: " ", inGoodFaith: false });
    expect(report).toMatchObject({ status: "returned", missing: ["name", "inGoodFaith"] });
    expect(await house.hear()).toEqual(["report.received"]);
    expect((await follow(house, report)).stage).toBe("returned");
    const { id, key } = report;
    expect(await house.reportDesk.complete(id, "wrong", { name: "Rosa" })).toEqual({ kind: "unknown" });
    const parts = { name: "Rosa", inGoodFaith: true };
    expect(await house.reportDesk.complete(id, key, parts)).toMatchObject({
      kind: "done",
      value: { stage: "waiting", missing: [] },
    });
    const identity = { actor: people.tian, at: house.clock.at, reason: "To ask back." };
    expect(await house.reportDesk.readIdentity(id, identity)).toMatchObject({
      value: { name: "Rosa", email: written.email },
    });
    expect(await house.reportDesk.complete(id, key, parts)).toEqual({
      kind: "refused",
      refusal: { code: "notice_not_returned" },
    });
    expect(await house.hear()).toEqual(["lead.opened", "report.received"]);
  });

  it("is completed once, however often at once, and stays readable", async () => {
    const house = openHouse();
    const { id, key } = await submit(house, { name: "" });
    const first = await submit(house);
    const complete = (name: string) => house.reportDesk.complete(id, key, { name });
    const answers = await Promise.all([complete("Rosa"), complete("Tom")]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["done", "refused"]);
    const identity = { actor: people.tian, at: house.clock.at, reason: "To ask back." };
    const name = answers[0]?.kind === "done" ? "Rosa" : "Tom";
    expect(await house.reportDesk.readIdentity(id, identity)).toMatchObject({ value: { name } });
    // Complete, it joins the one about the same that came meanwhile.
    expect((await house.reportDesk.read(id, people.tian))?.joinedTo).toBe(await leadOf(house, first));
  });

  it("CW-22 takes reports of child sexual abuse from nobody in particular", async () => {
    const house = openHouse();
    const anonymous = { category: "child_sexual_abuse", name: "", email: "", account: null, via: null };
    const report = await submit(house, anonymous);
    expect(report.status).toBe("received");
    expect((await submit(house, { ...anonymous, category: "threat" })).missing).toEqual(["name", "email"]);
    expect((await house.stores.reports.find(report.id))?.account).toBe(`reporter.${report.id}`);
  });

  it("knows whoever reports without an account by their mail address, without keeping it", async () => {
    const house = openHouse();
    const none = { account: null, via: null };
    const accounts = [];
    for (const email of ["rosa@example.org", " ROSA@example.org ", "tom@example.org"]) {
      const report = await submit(house, { ...none, email });
      accounts.push((await house.stores.reports.find(report.id))?.account);
    }
    expect(accounts[0]).toMatch(/^reporter\.[\w-]{32}$/);
    expect(accounts[1]).toBe(accounts[0]);
    expect(accounts[2]).not.toBe(accounts[0]);
  });

  it("CW-6 refuses ids that may be addresses, and leaves nothing behind", async () => {
    const house = openHouse();
    const answer = await house.reportDesk.submit({ ...written, account: "203.0.113.9", refs: ["10.0.0.1"] });
    expect(answer).toEqual({ kind: "refused", refusal: { code: "id_not_opaque" } });
    expect((await house.reportDesk.list({ limit: 9 }, people.tian)).items).toEqual([]);
    expect(await house.listNotices()).toEqual([]);
  });

  it("CW-155 turns away whoever's notices are suspended, but for the one category", async () => {
    const house = openHouse();
    const settle = async (more: Partial<WrittenReport>): Promise<void> => {
      const report = await submit(house, more);
      const dismiss = { kind: "dismiss", reason: "insufficient", manifestlyUnfounded: true } as const;
      await house.leadBook.command(await leadOf(house, report), dismiss, byTian(house));
    };
    const onReporter = (command: object, actor = people.tian) =>
      house.desk.execute({ object: "reporter", id: "u1", command } as never, { actor, at: house.clock.at });
    for (const id of ["p1", "p2", "p3"]) await settle({ object: { kind: "post", id } });
    expect(await onReporter({ kind: "warn", reason: "Three in a row." })).toMatchObject({ kind: "done" });
    await settle({ object: { kind: "post", id: "p4" } });
    const suspend = { kind: "suspend", of: "notices", gravity: "Floods.", intent: "After a warning." };
    expect(await onReporter(suspend, people.cho)).toMatchObject({ kind: "done" });
    expect(await house.reportDesk.submit(written)).toEqual({
      kind: "refused",
      refusal: { code: "processing_suspended" },
    });
    expect((await submit(house, { category: "child_sexual_abuse" })).status).toBe("received");
    house.clock.at += 91 * day;
    await house.tick(house.clock.at);
    expect((await submit(house)).status).toBe("received");
  });
});

describe("reports about the same", () => {
  it("wait as one, are decided as one, and each author is told", async () => {
    const house = openHouse();
    const first = await submit(house);
    const second = await submit(house, { account: "u2", email: "tom@example.org" });
    const other = await submit(house, { account: "u3", category: "threat" });
    const [lead, joined] = [await leadOf(house, first), await leadOf(house, second)];
    const { items } = await house.leadBook.list({ sort: "newest", limit: 9 });
    expect(items.map((line) => [line.id, line.joined])).toEqual([
      [await leadOf(house, other), 0],
      [lead, 1],
    ]);
    expect((await house.leadBook.read(joined, byTian(house)))?.joinedTo).toBe(lead);
    await house.hear();
    await house.leadBook.command(lead, { kind: "dismiss", reason: "opinion" }, byTian(house));
    expect(await house.hear()).toEqual(["lead.decided", "report.decided", "report.decided"]);
    for (const report of [first, second]) {
      expect(await follow(house, report)).toMatchObject({ stage: "decided", outcome: "dismissed_opinion" });
    }
    expect((await follow(house, other)).stage).toBe("waiting");
    // What comes after the decision stands for itself.
    const late = await submit(house, { account: "u4" });
    expect(await house.stores.leads.findJoinedTo(await leadOf(house, late))).toBeNull();
  });

  it("CW-189 are all in the case, also those that came by way of another", async () => {
    const house = openHouse();
    const reports = [];
    for (const account of ["u1", "u2", "u3"]) {
      reports.push(await submit(house, { account, object: { kind: "post", id: `of-${account}` } }));
    }
    const [a = "", b = "", c = ""] = await Promise.all(reports.map((report) => leadOf(house, report)));
    await house.leadBook.command(c, { kind: "merge", into: b }, byTian(house));
    await house.leadBook.command(b, { kind: "merge", into: a }, byTian(house));
    await house.leadBook.command(a, { kind: "accept", priority: "P2", caseType: "fraud" }, byTian(house));
    const caseId = (await house.desk.getState("lead", a)).into ?? "";
    expect([...(await house.desk.getState("case", caseId)).reporters].sort()).toEqual(["u1", "u2", "u3"]);
    const onCase = (command: object) =>
      house.desk.execute({ object: "case", id: caseId, command } as never, { actor: people.ana, at: house.clock.at });
    await onCase({ kind: "assign", conflict: null });
    await house.hear();
    await onCase({ kind: "propose_no_action", decision: "d1", reason: "no_violation", supersedes: [] });
    for (const report of reports) {
      expect(await follow(house, report)).toMatchObject({ stage: "decided", outcome: "no_action_no_violation" });
    }
    expect((await house.hear()).filter((kind) => kind === "report.decided").length).toBe(3);
    expect((await house.desk.getState("reporter", "u3")).total).toBe(1);
  });

  it("follow batch by batch where there are very many", { timeout: 60_000 }, async () => {
    const house = openHouse();
    const first = await submit(house);
    for (let place = 0; place < 250; place += 1) await submit(house, { account: `m${place}` });
    const lead = await leadOf(house, first);
    await house.leadBook.command(lead, { kind: "accept", priority: "P2", caseType: "mass_reporting" }, byTian(house));
    const listWaiting = () => house.stores.leads.listWaitingJoined(lead, 1_000);
    expect((await listWaiting()).length).toBe(150);
    await house.tick(house.clock.at);
    await house.tick(house.clock.at);
    expect(await listWaiting()).toEqual([]);
    expect(await house.stores.leads.listUnsettled()).toEqual([]);
    const caseId = (await house.desk.getState("lead", lead)).into ?? "";
    expect((await house.desk.getState("case", caseId)).reporters.length).toBe(251);
  });
});

describe("the reporter's record", () => {
  it("counts what was manifestly unfounded only where triage says so, by the role that may", async () => {
    const house = openHouse();
    const report = await submit(house);
    const lead = await leadOf(house, report);
    const dismiss = { kind: "dismiss", reason: "insufficient", manifestlyUnfounded: true } as const;
    const refused = await house.leadBook.command(lead, dismiss, { actor: people.ana, at: house.clock.at });
    expect(refused.kind).toBe("refused");
    expect((await house.stores.reports.find(report.id))?.manifestlyUnfounded).toBe(false);
    await house.leadBook.command(lead, { kind: "dismiss", reason: "insufficient" }, byTian(house));
    expect(await house.desk.getState("reporter", "u1")).toMatchObject({ total: 1, manifestlyUnfounded: 0 });
    const again = await submit(house);
    await house.leadBook.command(await leadOf(house, again), dismiss, byTian(house));
    expect(await house.desk.getState("reporter", "u1")).toMatchObject({ total: 2, manifestlyUnfounded: 1 });
    // A second report of the same says nothing about who sent it.
    const third = await submit(house);
    await house.leadBook.command(await leadOf(house, third), { kind: "dismiss", reason: "duplicate" }, byTian(house));
    expect((await house.desk.getState("reporter", "u1")).total).toBe(2);
  });
});

describe("who reported", () => {
  it("is known to two roles, with a reason, and each look is written down", async () => {
    const house = openHouse();
    const { id } = await submit(house);
    const look = (actor: typeof people.tian, reason = "To ask back.") =>
      house.reportDesk.readIdentity(id, { actor, at: house.clock.at, reason });
    for (const actor of [people.ana, people.cho, people.sup, people.adm, people.rob]) {
      expect(await look(actor)).toMatchObject({ kind: "refused", refusal: { code: "role_may_not" } });
      expect(await house.reportDesk.read(id, actor)).toMatchObject({ reporter: null, views: [] });
    }
    expect(await look(people.tian, " ")).toMatchObject({ refusal: { code: "reason_missing" } });
    const value = { name: written.name, email: written.email, account: "u1" };
    expect(await look(people.tian)).toEqual({ kind: "done", value });
    const view = await house.reportDesk.read(id, people.aud);
    expect(view?.views).toEqual([{ by: "tian", reason: "To ask back.", at: house.clock.at }]);
    expect(view?.words).toEqual({ reasons: written.reasons, location: written.location });
    expect(JSON.stringify(view)).not.toContain(written.name);
  });

  it("stands nowhere in the data: not in events, notices, the ledger or the file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-reports-"));
    const house = openHouse({}, join(folder, "state.sqlite"));
    const report = await submit(house);
    await submit(house, { account: null, via: null });
    await house.notarising.run();
    const lead = await leadOf(house, report);
    await house.leadBook.command(lead, { kind: "dismiss", reason: "opinion" }, byTian(house));
    await house.notarising.run();
    dropDeleted(house.db);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));
    const held = [...files, JSON.stringify(await house.listNotices()), JSON.stringify(house.actions)].join("\n");
    expect(held).toContain("lead_opened");
    for (const text of ["Rosa", "rosa", "xample.org", "tickets", report.key]) expect(held).not.toContain(text);
  });

  it("is forgotten when its time is over, with what they wrote", async () => {
    const house = openHouse();
    const report = await submit(house);
    const waiting = await submit(house, { object: { kind: "post", id: "post-2" } });
    await house.leadBook.command(await leadOf(house, report), { kind: "dismiss", reason: "opinion" }, byTian(house));
    const forget = (days: number, kept: number): Promise<number> =>
      house.reportDesk.forget(house.clock.at + days * day, house.clock.at + (days - kept) * day);
    // The time to appeal, and what is kept beyond it; then what the operator keeps longer.
    expect(await forget(300, 1)).toBe(0);
    expect(await forget(366, 400)).toBe(0);
    expect(await forget(366, 365)).toBe(1);
    expect((await house.stores.reports.find(report.id))?.account).toBe("erased");
    expect(await house.reportDesk.follow(report.id, report.key)).toEqual({ kind: "forgotten" });
    expect(await house.reportDesk.read(report.id, people.tian)).toMatchObject({ status: "forgotten", words: null });
    const identity = { actor: people.aud, at: house.clock.at, reason: "Audit." };
    expect(await house.reportDesk.readIdentity(report.id, identity)).toEqual({ kind: "forgotten" });
    expect((await follow(house, waiting)).stage).toBe("waiting");
    expect(await forget(366, 365)).toBe(0);
  });

  it("is given to them and destroyed when they ask", async () => {
    const house = openHouse();
    const report = await submit(house);
    await submit(house, { account: "u2" });
    expect((await house.reportDesk.listOfAccount("u1")).map(({ id, words }) => [id, words?.location])).toEqual([
      [report.id, written.location],
    ]);
    expect(await house.reportDesk.eraseAccount("u1")).toBe(1);
    expect((await house.reportDesk.listOfAccount("u1"))[0]?.words).toBeNull();
    expect((await house.reportDesk.listOfAccount("u2"))[0]?.words).not.toBeNull();
    expect(await house.reportDesk.eraseAccount("u1")).toBe(0);
  });
});

describe("sealNotice()", () => {
  it("lacks what the notice lacks, and holds nothing of it", () => {
    const text = fc.constantFrom("", " ", "Rosa", "rosa@example.org", "no address", "\n\t", "原因");
    const form: fc.Arbitrary<NoticeForm> = fc.record({
      reasons: text,
      location: text,
      name: text,
      email: text,
      inGoodFaith: fc.boolean(),
      mayBeAnonymous: fc.boolean(),
    });
    const law = fc.property(form, (notice) => {
      const sealed = sealNotice(notice);
      expect(listMissingFields(sealed)).toEqual(listMissingFields(notice));
      expect(new Set([sealed.reasons, sealed.location, sealed.name, sealed.email, "", "@sealed"]).size).toBe(2);
    });
    fc.assert(law, { seed: 7, numRuns: 500 });
  });
});
