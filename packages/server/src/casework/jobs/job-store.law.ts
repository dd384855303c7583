import { caseMachine, decisionMachine, type Base, type CaseEvent, type Priority } from "@breakwater/casework";
import { monday, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import type { StoredState } from "../store/casework-store.ts";
import type { JobStore } from "./job-store.ts";

const hour = 3_600_000;
const by = { by: "ana", as: "analyst" } as const;

function toCase(
  id: string,
  at: number,
  more: { priority?: Priority; taken?: boolean; secret?: boolean } = {},
): StoredState {
  const { priority = "P2", taken = false, secret = false } = more;
  const caseType = secret ? "doxxing" : "campaign";
  const { kind: _, ...opening } = pieces.caseOpening({ priority, caseType });
  const events: readonly CaseEvent[] = [
    { kind: "case_opened", opening, limitMs: hour, at, by: "system", as: "system" },
    ...(taken ? [{ kind: "case_assigned", at, ...by } as const] : []),
  ];
  const state = events.reduce(caseMachine.evolve, caseMachine.initial);
  return { object: "case", id, state: state as Base<string>, created: 1, createdAt: at, dueAt: null };
}

function toAppealed(id: string, caseId: string): StoredState {
  const opening = pieces.actionOpening("a1", ["suspend"], { decision: id, caseId });
  const opened = decisionMachine.evolve(decisionMachine.initial, {
    kind: "decision_opened",
    opening,
    reviewAt: {},
    at: monday,
    ...by,
  });
  const state = decisionMachine.evolve(opened, {
    kind: "appealed",
    points: ["No."],
    evidence: [],
    dueAt: monday + 7 * hour,
    at: monday,
    by: "a1",
    as: "subject",
  });
  return { object: "decision", id, state: state as Base<string>, created: 2, createdAt: monday, dueAt: null };
}

/** What every store of jobs keeps to. */
export function jobStoreLaw(name: string, open: () => JobStore): void {
  describe(`job store: ${name}`, () => {
    const listIds = async (store: JobStore, more: object = {}): Promise<readonly string[]> =>
      (await store.list({ queues: ["assignment"], limit: 9, ...more })).map(({ id }) => id);

    it("orders by priority, then by what is due first, page by page", async () => {
      const store = open();
      for (const [id, at, priority] of [
        ["c1", 3, "P2"],
        ["c2", 1, "P2"],
        ["c3", 2, "P0"],
        ["c4", 9, "P1"],
      ] as const) {
        await store.take(toCase(id, monday + at, { priority }));
      }
      expect(await listIds(store)).toEqual(["c3", "c4", "c2", "c1"]);
      const [first] = await store.list({ queues: ["assignment"], limit: 1 });
      expect(first).toMatchObject({
        queue: "assignment",
        caseType: "campaign",
        caseId: "c3",
        dueAt: monday + 2 + hour,
      });
      const rank = (await store.list({ queues: ["assignment"], limit: 2 }))[1];
      expect(rank?.id).toBe("c4");
      const place = [10_000_000_000_000 + monday + 9 + hour, "assignment/c4"] as const;
      expect(await listIds(store, { after: place })).toEqual(["c2", "c1"]);
      expect(await listIds(store, { dueBefore: monday + hour + 3 })).toEqual(["c3", "c2"]);
      expect(await listIds(store, { queues: [] })).toEqual([]);
    });

    it("moves what changes from queue to queue, and gives decisions the priority of their case", async () => {
      const store = open();
      await store.take(toCase("c1", monday));
      await store.take(toCase("c1", monday, { taken: true }));
      expect(await listIds(store)).toEqual([]);
      expect(await store.find({ queue: "investigation", id: "c1" })).toMatchObject({ dueAt: null });
      await store.take(toAppealed("d1", "c1"));
      expect(await store.find({ queue: "appeal", id: "d1" })).toMatchObject({ priority: "P2", caseId: "c1" });
      await store.take(toCase("c1", monday, { taken: true, priority: "P0" }));
      expect(await store.find({ queue: "appeal", id: "d1" })).toMatchObject({ priority: "P0" });
      expect(await store.count(["appeal", "investigation", "triage"], monday + 8 * hour)).toEqual([
        { queue: "appeal", waiting: 1, overdue: 1, claimed: 0 },
        { queue: "investigation", waiting: 1, overdue: 0, claimed: 0 },
        { queue: "triage", waiting: 0, overdue: 0, claimed: 0 },
      ]);
    });

    it("keeps what people asked for when all else is made again", async () => {
      const store = open();
      await store.take(toCase("c1", monday));
      const job = { queue: "quality", object: "decision", id: "d1", caseId: "c1", since: monday, dueAt: null } as const;
      await store.put({ ...job, priority: "P3", caseType: null });
      expect(await store.find(job)).toMatchObject({ priority: "P2", caseType: "campaign" });
      await store.clear();
      expect(await listIds(store)).toEqual([]);
      expect(await store.find(job)).not.toBeNull();
      await store.drop(job);
      expect(await store.find(job)).toBeNull();
    });

    it("knows who holds a job until the claim runs out", async () => {
      const store = open();
      for (const id of ["c1", "c2"]) await store.take(toCase(id, monday));
      const claim = { queue: "assignment", id: "c1", person: "ana", at: monday, until: monday + hour } as const;
      await store.putClaim(claim);
      expect(await store.findClaim(claim, monday)).toEqual(claim);
      expect(await store.findClaim(claim, monday + hour)).toBeNull();
      expect(await store.listClaims("ana", monday)).toEqual([claim]);
      expect(await store.listClaims("ben", monday)).toEqual([]);
      expect(await listIds(store, { freeFor: { person: "ben", at: monday } })).toEqual(["c2"]);
      expect(await listIds(store, { freeFor: { person: "ben", at: monday + hour } })).toEqual(["c1", "c2"]);
      expect(await store.holdsAny("ana", { object: "case", id: "c1" }, monday)).toBe(true);
      expect(await store.holdsAny("ana", { object: "case", id: "c2" }, monday)).toBe(false);
      expect(await store.holdsAny("ben", { object: "case", id: "c1" }, monday)).toBe(false);
      await store.putClaim({ ...claim, person: "ben" });
      expect(await store.findClaim(claim, monday)).toMatchObject({ person: "ben" });
      expect((await store.count(["assignment"], monday))[0]?.claimed).toBe(1);
      await store.dropClaim(claim);
      expect(await store.findClaim(claim, monday)).toBeNull();
      await store.putClaim(claim);
      expect(await store.forgetClaims(monday + hour + 1)).toBe(1);
      expect(await store.forgetClaims(monday + hour + 1)).toBe(0);
      expect(await store.listClaims("ana", monday)).toEqual([]);
    });

    it("remembers who skipped a job and why, and who has an interest", async () => {
      const store = open();
      await store.take(toCase("c1", monday));
      const name = { queue: "assignment", id: "c1" } as const;
      await store.addSkip(name, { person: "ana", at: monday, reason: "I do not read Turkish." });
      await store.addSkip(name, { person: "ben", at: monday, reason: "No time." });
      await store.addSkip(name, { person: "ana", at: monday + 1, reason: "Still not." });
      expect((await store.listSkips(name)).map(({ person, reason }) => [person, reason])).toEqual([
        ["ben", "No time."],
        ["ana", "Still not."],
      ]);
      expect(await listIds(store, { freeFor: { person: "ana", at: monday } })).toEqual([]);
      expect(await listIds(store, { freeFor: { person: "cho", at: monday } })).toEqual(["c1"]);
      const about = { object: "case", id: "c1" } as const;
      expect(await store.hasConflict("ana", about)).toBe(false);
      await store.addConflict({ ...about, person: "ana", at: monday, reason: "My brother." });
      await store.addConflict({ ...about, person: "ana", at: monday, reason: "Again." });
      expect(await store.hasConflict("ana", about)).toBe(true);
      await store.forgetReasons({ object: "case", id: "c2" });
      expect((await store.listSkips(name)).map(({ reason }) => reason)).toEqual(["No time.", "Still not."]);
      await store.forgetReasons(about);
      expect((await store.listSkips(name)).map(({ person, reason }) => [person, reason])).toEqual([
        ["ben", "erased"],
        ["ana", "erased"],
      ]);
      expect(await store.hasConflict("ana", about)).toBe(true);
      expect(await store.hasConflict("ben", about)).toBe(false);
    });
  });
}
