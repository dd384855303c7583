import { describe, expect, it } from "vitest";
import type { RetentionStore } from "./retention-store.ts";

/** What every store of rule states keeps to. */
export function retentionStoreLaw(name: string, open: () => RetentionStore): void {
  describe(`retention store: ${name}`, () => {
    it("keeps the last state of each rule", async () => {
      const store = open();
      expect(await store.read("actions")).toBeNull();
      await store.write({ name: "notices", ranAt: 5, deleted: { notices: 2 }, failure: null });
      await store.write({ name: "actions", ranAt: 7, deleted: {}, failure: "disk_full" });
      await store.write({ name: "notices", ranAt: 9, deleted: { notices: 4 }, failure: null });
      expect(await store.list()).toEqual([
        { name: "actions", ranAt: 7, deleted: {}, failure: "disk_full" },
        { name: "notices", ranAt: 9, deleted: { notices: 4 }, failure: null },
      ]);
      expect(await store.read("notices")).toMatchObject({ ranAt: 9 });
    });
  });
}
