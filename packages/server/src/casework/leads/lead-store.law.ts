import { leadMachine, type Base, type LeadSource, type LeadState } from "@breakwater/casework";
import { pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import type { StoredState } from "../store/casework-store.ts";
import type { LeadQuery, LeadStore } from "./lead-store.ts";

type Plan = {
  readonly id: string;
  readonly at: number;
  readonly expiresAt: number;
  readonly source?: LeadSource;
  readonly learning?: boolean;
  readonly status?: LeadState["status"];
};

function toState({ id, at, expiresAt, source = "detector", learning = false, status }: Plan): StoredState {
  const { kind: _, ...content } = pieces.detectedLead({ source, learning });
  const stamp = { at, by: "detector", as: "detector" } as const;
  const opened = leadMachine.evolve(leadMachine.initial, {
    kind: "lead_opened",
    content,
    expiresAt,
    missing: [],
    ...stamp,
  });
  const state: Base<string> = { ...opened, status: status ?? opened.status };
  return { object: "lead", id, state, created: at, createdAt: at, dueAt: null };
}

/** What every store of leads keeps to. */
export function leadStoreLaw(name: string, openStore: () => LeadStore): void {
  describe(`lead store: ${name}`, () => {
    const fill = async (): Promise<LeadStore> => {
      const store = openStore();
      for (const plan of [
        { id: "l1", at: 10, expiresAt: 90 },
        { id: "l2", at: 20, expiresAt: 50, source: "reporter" },
        { id: "l3", at: 20, expiresAt: 70, learning: true },
        { id: "l4", at: 40, expiresAt: 60, status: "lead_dismissed" },
      ] satisfies readonly Plan[]) {
        await store.take(toState(plan));
      }
      return store;
    };
    const list = async (store: LeadStore, query: Partial<LeadQuery> = {}): Promise<readonly string[]> =>
      (await store.list({ sort: "newest", limit: 9, ...query })).map(({ id }) => id);

    it("lists by newest or by expiry, filtered, page by page", async () => {
      const store = await fill();
      expect(await list(store)).toEqual(["l4", "l3", "l2", "l1"]);
      expect(await list(store, { sort: "expiry" })).toEqual(["l2", "l4", "l3", "l1"]);
      expect(await list(store, { statuses: ["lead_open"], sort: "expiry" })).toEqual(["l2", "l3", "l1"]);
      expect(await list(store, { statuses: ["lead_open", "lead_dismissed"] })).toEqual(["l4", "l3", "l2", "l1"]);
      expect(await list(store, { source: "reporter" })).toEqual(["l2"]);
      expect(await list(store, { learning: true })).toEqual(["l3"]);
      expect(await list(store, { learning: false, source: "detector" })).toEqual(["l4", "l1"]);
      const page = await store.list({ sort: "newest", limit: 2 });
      expect(page).toEqual([
        { id: "l4", value: 40 },
        { id: "l3", value: 20 },
      ]);
      expect(await list(store, { after: [20, "l3"], limit: 2 })).toEqual(["l2", "l1"]);
      expect(await list(store, { sort: "expiry", after: [60, "l4"] })).toEqual(["l3", "l1"]);
    });

    it("follows the states that it is told, and takes in no other object", async () => {
      const store = await fill();
      await store.take(toState({ id: "l1", at: 10, expiresAt: 90, status: "lead_expired" }));
      await store.take({ ...toState({ id: "c1", at: 10, expiresAt: 90 }), object: "case" });
      expect(await list(store, { statuses: ["lead_expired"] })).toEqual(["l1"]);
      expect((await list(store)).length).toBe(4);
      await store.clear();
      expect(await list(store)).toEqual([]);
    });

    it("knows where leads of detectors came from, each once", async () => {
      const store = openStore();
      const origin = { lead: "l1", key: "k1", group: "g1" };
      await store.keepOrigin(origin);
      await expect(store.keepOrigin({ ...origin, lead: "l2" })).rejects.toThrow();
      await expect(store.keepOrigin({ ...origin, key: "k2" })).rejects.toThrow();
      expect(await store.findByKey("k1")).toEqual(origin);
      expect(await store.findOrigin("l1")).toEqual(origin);
      expect(await store.findByKey("k2")).toBeNull();
      expect(await store.findOrigin("l2")).toBeNull();
      await store.dropOrigin("l1");
      expect(await store.findByKey("k1")).toBeNull();
    });

    it("keeps notes in their order", async () => {
      const store = openStore();
      const growth = { kind: "growth", at: 5, accounts: 7, actions: 90 } as const;
      const end = { kind: "end", at: 9, accounts: null, actions: null } as const;
      await store.addNote("l1", growth);
      await store.addNote("l2", growth);
      await store.addNote("l1", end);
      await store.addNote("l1", { ...growth, at: 11, accounts: 8 });
      expect(await store.listNotes("l1", 9)).toEqual([growth, end, { ...growth, at: 11, accounts: 8 }]);
      expect(await store.listNotes("l1", 2)).toEqual([end, { ...growth, at: 11, accounts: 8 }]);
      expect(await store.listNotes("l3", 9)).toEqual([]);
      expect(await store.findNote("l1", "growth")).toEqual({ ...growth, at: 11, accounts: 8 });
      expect(await store.findNote("l1", "end")).toEqual(end);
      expect(await store.findNote("l2", "end")).toBeNull();
    });

    it("lets one lead stand for those that were joined to it", async () => {
      const store = await fill();
      await store.join("l3", "l2");
      await store.join("l4", "l2");
      await expect(store.join("l3", "l1")).rejects.toThrow();
      expect(await list(store)).toEqual(["l2", "l1"]);
      // l4 was dismissed by itself.
      expect(await store.listWaitingJoined("l2", 9)).toEqual(["l3"]);
      expect(await store.listWaitingJoined("l2", 0)).toEqual([]);
      expect(await store.countJoined("l2")).toBe(2);
      expect(await store.countJoined("l1")).toBe(0);
      expect(await store.findJoinedTo("l3")).toBe("l2");
      expect(await store.findJoinedTo("l2")).toBeNull();
      await store.unjoin("l3");
      expect(await store.findJoinedTo("l3")).toBeNull();
      expect(await list(store)).toEqual(["l3", "l2", "l1"]);
    });

    it("remembers which decisions others still have to follow", async () => {
      const store = openStore();
      await store.addUnsettled("l2", "tian");
      await store.addUnsettled("l1", "sue");
      await store.addUnsettled("l1", "tian");
      expect(await store.listUnsettled()).toEqual([
        { into: "l1", decidedBy: "sue" },
        { into: "l2", decidedBy: "tian" },
      ]);
      await store.removeUnsettled("l1");
      expect(await store.listUnsettled()).toEqual([{ into: "l2", decidedBy: "tian" }]);
    });
  });
}
