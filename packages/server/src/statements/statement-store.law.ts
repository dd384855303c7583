import { describe, expect, it } from "vitest";
import type { KeptStatement, StatementStore } from "./statement-store.ts";

const statement = (sequence: number, more: Partial<KeptStatement> = {}): KeptStatement => ({
  sequence,
  puid: `d-${sequence}`,
  source: "decision",
  at: 1000 + sequence,
  fields: null,
  status: "queued",
  faults: [],
  attempts: 0,
  nextAt: 0,
  uuid: null,
  ...more,
});

export function statementStoreLaw(name: string, open: () => StatementStore): void {
  describe(`statement store: ${name}`, () => {
    it("takes each once, by its sequence and by its puid", async () => {
      const store = open();
      await store.add(statement(1));
      await store.add(statement(1, { puid: "other" }));
      await store.add(statement(2, { puid: "d-1" }));
      expect(await store.list(0, 9)).toEqual([statement(1)]);
      expect(await store.find("d-1")).toEqual(statement(1));
      expect(await store.find("other")).toBeNull();
    });

    it("lists in order, by status, and what is due", async () => {
      const store = open();
      await store.add(statement(3, { nextAt: 50 }));
      await store.add(statement(1));
      await store.add(statement(2, { status: "withheld", faults: ["decision_facts"] }));
      expect((await store.list(0, 2)).map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect((await store.list(1, 9, "queued")).map(({ sequence }) => sequence)).toEqual([3]);
      expect((await store.listDue(49, 9)).map(({ sequence }) => sequence)).toEqual([1]);
      expect((await store.listDue(50, 9)).map(({ sequence }) => sequence)).toEqual([1, 3]);
      expect(await store.count()).toEqual({ queued: 2, accepted: 0, refused: 0, withheld: 1 });
      await store.update(statement(1, { status: "accepted", uuid: "u", attempts: 1 }));
      expect(await store.find("d-1")).toEqual(statement(1, { status: "accepted", uuid: "u", attempts: 1 }));
      expect(await store.listDue(99, 9)).toHaveLength(1);
    });

    it("remembers how far it looked, and what it came to", async () => {
      const store = open();
      expect([await store.cursor(), await store.reconciliation()]).toEqual([0, null]);
      await store.moveCursor(7);
      const told = { at: 5, restrictions: 1, statements: 1, queued: 1, accepted: 0, refused: 0, withheld: 0 };
      await store.keepReconciliation(told);
      expect([await store.cursor(), await store.reconciliation()]).toEqual([7, told]);
    });
  });
}
