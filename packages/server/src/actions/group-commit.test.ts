import { describe, expect, it } from "vitest";
import { ActionLogFailure } from "./action-log-failure.ts";
import { createGroupCommit, type GroupCommit } from "./group-commit.ts";

type Told = { readonly group: GroupCommit; readonly commits: { readonly at: number; readonly results: number }[] };

function openGroup(queueMax = 100): Told {
  const commits: { at: number; results: number }[] = [];
  let ran = 0;
  const group = createGroupCommit({
    queueMax,
    batchMax: 10,
    placeOf: (at) => Math.floor(at / 10),
    commit: (at, works) => {
      ran = 0;
      works();
      commits.push({ at, results: ran });
    },
  });
  const add = group.add.bind(group);
  return {
    group: { ...group, add: (at, work) => add(at, () => ((ran += 1), work())) },
    commits,
  };
}

describe("createGroupCommit()", () => {
  it("commits together what waits together, in order, up to a batch", async () => {
    const { group, commits } = openGroup();
    const results = await Promise.all(Array.from({ length: 25 }, (_, i) => group.add(0, () => i)));
    expect(results).toEqual(Array.from({ length: 25 }, (_, i) => i));
    expect(commits.map(({ results: count }) => count)).toEqual([10, 10, 5]);
  });

  it("keeps apart what belongs to different places", async () => {
    const { group, commits } = openGroup();
    await Promise.all([1, 2, 11, 12, 3].map((at) => group.add(at, () => null)));
    expect(commits).toEqual([
      { at: 1, results: 2 },
      { at: 11, results: 2 },
      { at: 3, results: 1 },
    ]);
  });

  it("lets a failing unit fail alone", async () => {
    const { group } = openGroup();
    const works = [1, 2, 3].map((i) =>
      group.add(0, () => {
        if (i === 2) throw new Error("no");
        return i;
      }),
    );
    const outcomes = await Promise.allSettled(works);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await expect(works[1]).rejects.toMatchObject({ code: "storage_failed" });
  });

  it("refuses beyond its queue, and after it is closed", async () => {
    const { group } = openGroup(2);
    const taken = [group.add(0, () => 1), group.add(0, () => 2)];
    await expect(group.add(0, () => 3)).rejects.toThrow(ActionLogFailure);
    group.close();
    expect(await Promise.all(taken)).toEqual([1, 2]);
    await expect(group.add(0, () => 4)).rejects.toMatchObject({ code: "closed" });
  });
});
