import { describe, expect, it } from "vitest";
import type { IdempotencyStore } from "./idempotency-store.ts";

/** What every store of idempotency keys keeps to, whatever it stands on. */
export function idempotencyStoreLaw(name: string, open: () => IdempotencyStore): void {
  describe(`idempotency store: ${name}`, () => {
    const answer = { kind: "answer", status: 201, headers: { etag: '"1"' }, body: '{"谣":"言"}' } as const;
    const error = {
      kind: "error",
      code: "conflict",
      detail: "d",
      faults: [{ pointer: "/a", message: "m" }],
      refusal: { code: "lead_open", about: ["l1"] },
    } as const;

    it("finds what was put, as it was put last", async () => {
      const store = open();
      expect(await store.find("a")).toBeNull();
      await store.put("a", { fingerprint: "f", at: 5, answer: null });
      expect(await store.find("a")).toEqual({ fingerprint: "f", at: 5, answer: null });
      await store.put("a", { fingerprint: "g", at: 6, answer });
      expect(await store.find("a")).toEqual({ fingerprint: "g", at: 6, answer });
      for (const other of [{ ...answer, body: null }, error]) {
        await store.put("a", { fingerprint: "g", at: 6, answer: other });
        expect((await store.find("a"))?.answer).toEqual(other);
      }
    });

    it("deletes one, and all that are older", async () => {
      const store = open();
      for (const at of [1, 2, 3, 4]) await store.put(`k${at}`, { fingerprint: "f", at, answer });
      await store.delete("k4");
      await store.delete("nothing");
      expect(await store.deleteBefore(3)).toBe(2);
      expect(await Promise.all(["k1", "k2", "k3", "k4"].map((key) => store.find(key)))).toEqual([
        null,
        null,
        { fingerprint: "f", at: 3, answer },
        null,
      ]);
    });
  });
}
