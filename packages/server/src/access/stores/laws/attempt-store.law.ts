import { expect, it } from "vitest";
import type { AttemptStore } from "../../ports/attempt-store.ts";

export function attemptStoreLaw(name: string, open: () => AttemptStore): void {
  it(`attempts: ${name}: are kept by key, replaced, and forgotten by age`, async () => {
    const store = open();
    expect(await store.get("a")).toBeNull();
    await store.put("a", { failures: 1, lastAt: 5 });
    await store.put("a", { failures: 2, lastAt: 7 });
    await store.put("b", { failures: 9, lastAt: 6 });
    await store.put("c", { failures: 1, lastAt: 9 });
    expect(await store.get("a")).toEqual({ failures: 2, lastAt: 7 });
    await store.delete("c");
    expect(await store.deleteBefore(7)).toBe(1);
    expect([await store.get("b"), await store.get("c")]).toEqual([null, null]);
    expect(await store.get("a")).toEqual({ failures: 2, lastAt: 7 });
  });
}
