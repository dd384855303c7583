import { describe, expect, it } from "vitest";
import type { Shelves } from "./shelf.ts";

export function shelfLaw(name: string, open: () => Shelves): void {
  describe(`shelves: ${name}`, () => {
    it("hold what was put last, each by itself", async () => {
      const shelves = open();
      const [marks, audits] = [shelves<{ n: number }>("mark"), shelves<{ n: number }>("audit")];
      expect(await marks.get("a")).toBeNull();
      await marks.put("a", { n: 1 });
      await audits.put("a", { n: 9 });
      await marks.put("a", { n: 2 });
      expect(await shelves<{ n: number }>("mark").get("a")).toEqual({ n: 2 });
      expect(await audits.get("a")).toEqual({ n: 9 });
      await marks.remove("a");
      await marks.remove("never");
      expect([await marks.get("a"), await audits.get("a")]).toEqual([null, { n: 9 }]);
    });

    it("list by key, in pages", async () => {
      const shelf = open()<string>("x");
      for (const key of ["b", "a-2", "B", "a-10", "c"]) await shelf.put(key, key);
      expect(await shelf.list()).toEqual(["B", "a-10", "a-2", "b", "c"]);
      expect(await shelf.list({ after: "a-10", limit: 2 })).toEqual(["a-2", "b"]);
      expect(await shelf.list({ after: "c" })).toEqual([]);
    });

    it("do not share what they hold", async () => {
      const shelf = open()<{ list: number[] }>("x");
      const value = { list: [1] };
      await shelf.put("k", value);
      value.list.push(2);
      const read = await shelf.get("k");
      read?.list.push(3);
      expect(await shelf.get("k")).toEqual({ list: [1] });
    });
  });
}
