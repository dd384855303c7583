import { describe, expect, it } from "vitest";
import { LedgerFailure } from "../ledger-failure.ts";
import { createGroupCommit, type GroupCommitOptions } from "./group-commit.ts";

/** Commits numbers, one turn of the event loop each time, and remembers the batches. Negative ones want to be alone. */
function createProbe(change: Partial<GroupCommitOptions<number, string>> = {}) {
  const batches: (readonly number[])[] = [];
  const group = createGroupCommit<number, string>({
    batchMax: 4,
    queueMax: 8,
    isAlone: (item) => item < 0,
    async commit(items) {
      batches.push(items);
      await new Promise((resolve) => setImmediate(resolve));
      return items.map((item) => `done ${item}`);
    },
    ...change,
  });
  return { group, batches };
}

describe("createGroupCommit()", () => {
  it.each([
    ["what comes in one turn goes together", [1, 2, 3], [[1, 2, 3]]],
    ["up to the largest batch", [1, 2, 3, 4, 5], [[1, 2, 3, 4], [5]]],
    ["one that must be alone is", [1, -2, 3, 4], [[1], [-2], [3, 4]]],
    ["two that must be alone are not together", [-1, -2], [[-1], [-2]]],
  ])("%s", async (_, items, expected) => {
    const { group, batches } = createProbe();
    const results = await Promise.all(items.map((item) => group.add(item)));
    expect(batches).toEqual(expected);
    expect(results).toEqual(items.map((item) => `done ${item}`));
  });

  it("what arrives during a commit goes into the next one", async () => {
    const { group, batches } = createProbe();
    const first = group.add(1);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.all([group.add(2), group.add(3), first]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it("a failing commit is its own items' failure and no other's", async () => {
    const { group } = createProbe({
      batchMax: 1,
      commit: async ([item = 0]) => {
        if (item === 2) throw new LedgerFailure("disk_full", "full");
        return [`done ${item}`];
      },
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("a full queue refuses at once and takes what was waiting", async () => {
    const { group, batches } = createProbe();
    const waiting = Array.from({ length: 8 }, (_, i) => group.add(i));
    await expect(group.add(9)).rejects.toMatchObject({ code: "queue_full" });
    await Promise.all(waiting);
    expect(batches.flat()).toHaveLength(8);
  });

  it("closing waits for what was added, and refuses what comes later", async () => {
    const { group, batches } = createProbe();
    const last = group.add(1);
    await group.close();
    expect(batches).toEqual([[1]]);
    expect(await last).toBe("done 1");
    await expect(group.add(2)).rejects.toMatchObject({ code: "closed" });
  });
});
