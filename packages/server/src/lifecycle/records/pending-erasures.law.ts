import { beforeEach, describe, expect, it } from "vitest";
import type { PendingErasures } from "./pending-erasures.ts";

/** What every store of pending erasures keeps to. */
export function pendingErasuresLaw(name: string, open: () => PendingErasures): void {
  describe(`pending erasures: ${name}`, () => {
    let pending: PendingErasures;
    beforeEach(() => {
      pending = open();
    });

    it("gives what is due, in order, and counts all", async () => {
      for (const [account, dueAt] of [
        ["c", 5],
        ["b", 3],
        ["a", 5],
        ["d", 9],
      ] as const) {
        await pending.put({ account, requestedAt: 1, dueAt });
      }
      expect((await pending.listDue(5, 10)).map(({ account }) => account)).toEqual(["b", "a", "c"]);
      expect(await pending.listDue(5, 1)).toEqual([{ account: "b", requestedAt: 1, dueAt: 3 }]);
      expect(await pending.listDue(2, 10)).toEqual([]);
      expect(await pending.count()).toBe(4);
    });

    it("puts off, and remembers when it was first asked for", async () => {
      await pending.put({ account: "a", requestedAt: 1, dueAt: 2 });
      await pending.put({ account: "a", requestedAt: 7, dueAt: 8 });
      expect(await pending.find("a")).toEqual({ account: "a", requestedAt: 1, dueAt: 8 });
      expect(await pending.count()).toBe(1);
    });

    it("forgets what is done", async () => {
      await pending.put({ account: "a", requestedAt: 1, dueAt: 2 });
      await pending.remove("a");
      await pending.remove("never");
      expect(await pending.find("a")).toBeNull();
      expect(await pending.count()).toBe(0);
    });
  });
}
