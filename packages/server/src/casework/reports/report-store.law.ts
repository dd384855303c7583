import { describe, expect, it } from "vitest";
import type { ReportRecord, ReportStore } from "./report-store.ts";

const sealed = (secret: string): NonNullable<ReportRecord["words"]> => ({
  secret,
  commitment: new Uint8Array(32).fill(1),
  sealed: new Uint8Array([1, 2, 3]),
});

export function reportOf(id: string, more: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id,
    version: 1,
    status: "received",
    receivedAt: 10,
    lead: `lead-of-${id}`,
    account: "u1",
    source: "reporter",
    via: "t1",
    object: { kind: "post", id: "post-1" },
    category: "fraud",
    keyHash: "ab".repeat(32),
    missing: [],
    outcome: null,
    decidedAt: null,
    retainUntil: null,
    manifestlyUnfounded: false,
    words: sealed("w"),
    identity: sealed("i"),
    ...more,
  };
}

/** What every store of reports keeps to. */
export function reportStoreLaw(name: string, openStore: () => ReportStore): void {
  describe(`report store: ${name}`, () => {
    const idsOf = (reports: readonly ReportRecord[]): readonly string[] => reports.map(({ id }) => id);

    it("gives reports back as they were written", async () => {
      const store = openStore();
      await store.add(reportOf("r1"));
      await expect(store.add(reportOf("r1", { lead: "l2" }))).rejects.toThrow();
      await expect(store.add(reportOf("r2", { lead: "lead-of-r1" }))).rejects.toThrow();
      expect(await store.find("r1")).toEqual(reportOf("r1"));
      expect(await store.findByLead("lead-of-r1")).toEqual(reportOf("r1"));
      const decided = reportOf("r1", {
        version: 2,
        status: "forgotten",
        missing: ["name", "email"],
        outcome: "dismissed_opinion",
        decidedAt: 20,
        retainUntil: 30,
        manifestlyUnfounded: true,
        via: null,
        words: null,
        identity: null,
      });
      await store.write(decided);
      expect(await store.find("r1")).toEqual(decided);
      expect(await store.find("r9")).toBeNull();
      expect(await store.findByLead("l9")).toBeNull();
    });

    it("lists the newest first, filtered, page by page", async () => {
      const store = openStore();
      const plans: readonly ReportRecord[] = [
        reportOf("r1"),
        reportOf("r2", { receivedAt: 20, status: "decided" }),
        reportOf("r3", { receivedAt: 20, object: { kind: "post", id: "post-2" } }),
        reportOf("r4", { receivedAt: 5, account: "u2" }),
      ];
      for (const plan of plans) await store.add(plan);
      expect(idsOf(await store.list({ limit: 9 }))).toEqual(["r3", "r2", "r1", "r4"]);
      expect(idsOf(await store.list({ limit: 2, after: [20, "r3"] }))).toEqual(["r2", "r1"]);
      expect(idsOf(await store.list({ limit: 9, statuses: ["decided", "returned"] }))).toEqual(["r2"]);
      expect(idsOf(await store.list({ limit: 9, object: "post-1", statuses: ["received"] }))).toEqual(["r1", "r4"]);
      expect(idsOf(await store.list({ limit: 9, lead: "lead-of-r4" }))).toEqual(["r4"]);
      expect(idsOf(await store.listOfAccount("u1", 2))).toEqual(["r3", "r2"]);
    });

    it("finds reports about the same, which wait, the oldest first", async () => {
      const store = openStore();
      await store.add(reportOf("r1"));
      await store.add(reportOf("r2", { receivedAt: 5 }));
      await store.add(reportOf("r3", { status: "returned" }));
      await store.add(reportOf("r4", { category: "threat" }));
      await store.add(reportOf("r5", { source: "trusted_flagger" }));
      await store.add(reportOf("r6", { object: { kind: "account", id: "post-1" } }));
      const { object, category, source } = reportOf("r1");
      expect(idsOf(await store.listAlike({ object, category, source, limit: 9 }))).toEqual(["r2", "r1"]);
      expect(idsOf(await store.listAlike({ object, category, source, limit: 1 }))).toEqual(["r2"]);
    });

    it("says whose words are to be destroyed", async () => {
      const store = openStore();
      await store.add(reportOf("r1", { retainUntil: 30, decidedAt: 15 }));
      await store.add(reportOf("r2", { retainUntil: 20, decidedAt: 10 }));
      await store.add(reportOf("r3"));
      const list = async (at: number, decidedBy: number, limit = 9): Promise<readonly string[]> =>
        idsOf(await store.listToForget({ at, decidedBy, limit }));
      expect(await list(19, 19)).toEqual([]);
      expect(await list(30, 15)).toEqual(["r2", "r1"]);
      expect(await list(30, 14)).toEqual(["r2"]);
      expect(await list(30, 30, 1)).toEqual(["r2"]);
    });

    it("owes each report's action to the action log until it is there", async () => {
      const store = openStore();
      for (const id of ["r2", "r1"]) await store.add(reportOf(id));
      expect(idsOf(await store.listUnappended(9))).toEqual(["r1", "r2"]);
      await store.noteAppended("r1");
      expect(idsOf(await store.listUnappended(9))).toEqual(["r2"]);
    });

    it("remembers who looked at an identity", async () => {
      const store = openStore();
      const view = { by: "tian", reason: "To ask back.", at: 5 };
      await store.addView("r1", view);
      await store.addView("r1", { ...view, by: "aud" });
      expect(await store.listViews("r1")).toEqual([view, { ...view, by: "aud" }]);
      expect(await store.listViews("r2")).toEqual([]);
    });
  });
}
