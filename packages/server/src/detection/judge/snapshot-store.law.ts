import { describe, expect, it } from "vitest";
import type { SnapshotStore } from "./snapshot-store.ts";

/** What every snapshot store keeps to. `reopen` gives the same store as another process would find it. */
export function snapshotStoreLaw(name: string, make: () => { readonly reopen: () => SnapshotStore }): void {
  const read = async (store: SnapshotStore): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const bytes of store.newestFirst()) found.push(Buffer.from(bytes).toString());
    return found;
  };

  describe(`snapshot store: ${name}`, () => {
    it("keeps two generations, the newest first", async () => {
      const { reopen } = make();
      expect(await read(reopen())).toEqual([]);
      for (const word of ["one", "two", "three"]) await reopen().save(Buffer.from(word));
      expect(await read(reopen())).toEqual(["three", "two"]);
      await reopen().save(Buffer.from(""));
      expect(await read(reopen())).toEqual(["", "three"]);
    });

    it("lets go of the older one when told to", async () => {
      const { reopen } = make();
      await reopen().keepNewest();
      for (const word of ["one", "two"]) await reopen().save(Buffer.from(word));
      await reopen().keepNewest();
      expect(await read(reopen())).toEqual(["two"]);
    });

    it("does not see what becomes of the bytes afterwards", async () => {
      const { reopen } = make();
      const bytes = Buffer.from("kept");
      await reopen().save(bytes);
      bytes.fill(0);
      expect(await read(reopen())).toEqual(["kept"]);
    });
  });
}
