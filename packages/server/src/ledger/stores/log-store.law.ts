import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogStore } from "../ports/log-store.ts";

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

/** What every adapter of the two ports promises. `open` is called again on the same place to see what survived. */
export function logStoreLaw(name: string, place: { readonly open: () => LogStore; readonly clear: () => void }): void {
  describe(name, () => {
    let store: LogStore;
    beforeEach(() => {
      place.clear();
      store = place.open();
    });
    afterEach(() => store.close());
    const put = (path: string, text: string) => store.objects.put([{ path, bytes: bytes(text) }]);

    it("gives back what was put, also to whoever opens it next", async () => {
      await put("tile/0/000", "a");
      await put("empty", "");
      const again = place.open();
      expect(await again.objects.get("tile/0/000")).toEqual(bytes("a"));
      expect(await again.objects.get("empty")).toEqual(bytes(""));
      expect(await again.objects.get("tile/0/001")).toBeNull();
      again.close();
    });

    it("takes the same bytes again, and refuses others", async () => {
      await put("tile/0/000", "a");
      await put("tile/0/000", "a");
      await expect(put("tile/0/000", "b")).rejects.toMatchObject({ code: "object_differs" });
      expect(await store.objects.get("tile/0/000")).toEqual(bytes("a"));
    });

    it("lists by prefix, sorted, and nothing beside it", async () => {
      const paths = ["tile/0/000", "tile/0/000.p/12", "tile/0/000.p/9", "tile/0/0001", "tile/1/000", "tilf"];
      for (const path of paths) await put(path, path);
      expect(await store.objects.list("tile/0/000.p/")).toEqual(["tile/0/000.p/12", "tile/0/000.p/9"]);
      expect(await store.objects.list("tile/0/")).toEqual([
        "tile/0/000",
        "tile/0/000.p/12",
        "tile/0/000.p/9",
        "tile/0/0001",
      ]);
      expect(await store.objects.list("nothing/")).toEqual([]);
    });

    it("forgets, and may be told the same anew", async () => {
      await put("payload/a", "secret");
      await store.objects.forget(["payload/a", "payload/never-there"]);
      expect(await store.objects.get("payload/a")).toBeNull();
      expect(await store.objects.list("payload/")).toEqual([]);
      await put("payload/a", "other");
      expect(await store.objects.get("payload/a")).toEqual(bytes("other"));
    });

    it("swaps a checkpoint only from the expected one", async () => {
      expect(await store.checkpoints.read()).toBeNull();
      expect(await store.checkpoints.swap(bytes("0"), bytes("1"))).toBe(false);
      expect(await store.checkpoints.swap(null, bytes("1"))).toBe(true);
      expect(await store.checkpoints.swap(null, bytes("2"))).toBe(false);
      expect(await store.checkpoints.swap(bytes("0"), bytes("2"))).toBe(false);
      expect(await store.checkpoints.read()).toEqual(bytes("1"));
      expect(await store.checkpoints.swap(bytes("1"), bytes("2"))).toBe(true);
      const again = place.open();
      expect(await again.checkpoints.read()).toEqual(bytes("2"));
      again.close();
    });

    it("lets one of many writers swap", async () => {
      const others = Array.from({ length: 5 }, place.open);
      const swapped = await Promise.all(others.map((other, i) => other.checkpoints.swap(null, bytes(`writer ${i}`))));
      expect(swapped.filter(Boolean)).toHaveLength(1);
      expect(await store.checkpoints.read()).toEqual(bytes(`writer ${swapped.indexOf(true)}`));
      for (const other of others) other.close();
    });
  });
}
