import { caseMachine, decisionMachine, type Base } from "@breakwater/casework";
import { monday, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import type { StoredState } from "../store/casework-store.ts";
import type { Listing, ListingQuery } from "./listing.ts";

const stamp = { at: monday, by: "tian", as: "system" } as const;
const hour = 3_600_000;

function toCase(id: string, minute: number, assignee: string | null): StoredState {
  const { kind: _, ...opening } = pieces.caseOpening({ priority: minute % 2 === 0 ? "P1" : "P2" });
  const opened = caseMachine.evolve(caseMachine.initial, {
    kind: "case_opened",
    opening,
    limitMs: (10 - minute) * hour,
    ...stamp,
  });
  const taken = { kind: "case_assigned", at: monday, by: assignee ?? "", as: "analyst" } as const;
  const found = { ...taken, kind: "finding_recorded", finding: pieces.findingOf(`a${minute}`) } as const;
  const state = assignee === null ? opened : caseMachine.evolve(caseMachine.evolve(opened, taken), found);
  return { object: "case", id, state: state as Base<string>, created: minute, createdAt: monday + minute, dueAt: null };
}

function toDecision(id: string, account: string): StoredState {
  const opening = pieces.actionOpening(account, ["suspend"], { decision: id, caseId: "c1" });
  const state = decisionMachine.evolve(decisionMachine.initial, {
    kind: "decision_opened",
    opening,
    reviewAt: {},
    ...stamp,
  });
  return { object: "decision", id, state: state as Base<string>, created: 99, createdAt: monday, dueAt: null };
}

/** What every listing keeps to. */
export function listingLaw(name: string, open: () => Listing): void {
  describe(`listing: ${name}`, () => {
    const fill = async (): Promise<(query: Partial<ListingQuery>) => Promise<readonly string[]>> => {
      const listing = open();
      for (const [minute, assignee] of [null, "ana", "ben", "ana", null].entries()) {
        await listing.take(toCase(`c${minute}`, minute, assignee));
      }
      await listing.take(toDecision("d1", "a1"));
      return async (query) =>
        (await listing.list({ object: "case", sort: "newest", limit: 9, ...query })).map(({ id }) => id);
    };

    it("lists the newest first, page by page, and what is due first", async () => {
      const ids = await fill();
      expect(await ids({})).toEqual(["c4", "c3", "c2", "c1", "c0"]);
      expect(await ids({ limit: 2, after: [monday + 3, "c3"] })).toEqual(["c2", "c1"]);
      // Clocks of those that nobody took run; the others have nothing due.
      expect(await ids({ sort: "due" })).toEqual(["c4", "c0", "c1", "c2", "c3"]);
      expect(await ids({ sort: "due", dueBefore: monday + 7 * hour })).toEqual(["c4"]);
    });

    it("lists by priority, then by what is due first, then by age, page by page", async () => {
      const ids = await fill();
      expect(await ids({ sort: "urgent" })).toEqual(["c4", "c0", "c2", "c1", "c3"]);
      expect(await ids({ sort: "urgent", keys: [{ kind: "assignee", value: "ana" }] })).toEqual(["c1", "c3"]);
      const listing = open();
      for (const minute of [0, 1, 2]) await listing.take(toCase(`c${minute}`, minute, "ana"));
      const query = { object: "case", sort: "urgent", limit: 1 } as const;
      const [first] = await listing.list(query);
      const after = [first?.value ?? 0, first?.id ?? ""] as const;
      expect([first, ...(await listing.list({ ...query, after, limit: 9 }))].map((one) => one?.id)).toEqual([
        "c0",
        "c2",
        "c1",
      ]);
    });

    it("narrows by status, priority, people, accounts and cases", async () => {
      const ids = await fill();
      expect(await ids({ statuses: ["case_open"] })).toEqual(["c4", "c0"]);
      expect(await ids({ priority: "P1" })).toEqual(["c4", "c2", "c0"]);
      expect(await ids({ caseType: "doxxing" })).toEqual([]);
      expect(await ids({ keys: [{ kind: "assignee", value: "ana" }] })).toEqual(["c3", "c1"]);
      expect(await ids({ keys: [{ kind: "assignee", value: "ana" }], after: [monday + 3, "c3"] })).toEqual(["c1"]);
      const both = [
        { kind: "assignee", value: "ana" },
        { kind: "account", value: "a1" },
      ] as const;
      expect(await ids({ keys: both })).toEqual(["c1"]);
      expect(await ids({ keys: both, sort: "due" })).toEqual(["c1"]);
      expect(await ids({ object: "decision", keys: [{ kind: "case", value: "c1" }] })).toEqual(["d1"]);
      expect(await ids({ object: "decision", keys: [{ kind: "rule", value: "IA-1@3" }] })).toEqual(["d1"]);
    });

    it("follows what changes, and forgets all", async () => {
      const listing = open();
      await listing.take(toCase("c1", 1, "ana"));
      await listing.take(toCase("c1", 1, null));
      const query = { object: "case", sort: "newest", limit: 9 } as const;
      expect(await listing.list({ ...query, keys: [{ kind: "assignee", value: "ana" }] })).toEqual([]);
      expect((await listing.list(query)).length).toBe(1);
      await listing.clear();
      expect(await listing.list(query)).toEqual([]);
    });
  });
}
