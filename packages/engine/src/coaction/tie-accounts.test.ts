import { describe, expect, it } from "vitest";
import { toIncidence } from "./incidence.ts";
import { tieAccounts, type TieOptions, type Ties } from "./tie-accounts.ts";

const options: TieOptions = { objectRowsMax: 300, allTiedMax: 15, ringTies: 2, tiesMax: 1e6, seed: 1 };

/** `objects` objects, each shared by the same accounts at times that `timeOf` gives. */
function tie(
  plan: { readonly sharers: number; readonly objects?: number; readonly timeOf?: (i: number) => number },
  given: Partial<TieOptions> = {},
): Ties {
  const { sharers, objects = 1, timeOf = (i): number => i } = plan;
  const byTime = Array.from({ length: sharers }, (_, i) => i).sort((x, y) => timeOf(x) - timeOf(y));
  const account = Int32Array.from(Array.from({ length: objects }, () => byTime).flat());
  const layer = {
    name: "url" as const,
    objectCount: objects,
    start: Int32Array.from({ length: objects + 1 }, (_, i) => i * sharers),
    account,
    at: Float64Array.from(account, timeOf),
    action: new Int32Array(account.length),
    source: Int32Array.from({ length: objects }, (_, i) => i),
  };
  return tieAccounts(toIncidence(layer, sharers), { ...options, ...given });
}

function listPairs(ties: Ties): readonly string[] {
  return Array.from({ length: ties.count }, (_, i) =>
    [Math.min(ties.a[i], ties.b[i]), Math.max(ties.a[i], ties.b[i])].join(" "),
  );
}

describe("tieAccounts()", () => {
  it.each([2, 3, 15, 16, 40, 300])(
    "gives each of %d sharers a strength of 1, never tied to itself or twice",
    (sharers) => {
      const ties = tie({ sharers });
      const strength = new Float64Array(sharers);
      for (let i = 0; i < ties.count; i += 1) {
        expect(ties.a[i]).not.toBe(ties.b[i]);
        strength[ties.a[i]] += ties.weight[i];
        strength[ties.b[i]] += ties.weight[i];
      }
      for (const value of strength) expect(value).toBeCloseTo(1, 12);
      expect(new Set(listPairs(ties)).size).toBe(ties.count);
    },
  );

  it("costs a large object its rows, not their square", () => {
    expect(tie({ sharers: 300 }).count).toBe(600);
  });

  it("ties two who share many large objects about as strongly as tying all to all would", () => {
    const ties = tie({ sharers: 20, objects: 2000 });
    const weightOf = new Map<string, number>();
    listPairs(ties).forEach((pair, i) => weightOf.set(pair, (weightOf.get(pair) ?? 0) + ties.weight[i]));
    expect(weightOf.size).toBe(190);
    // 2,000 objects × 1 / 19 each; four standard deviations of the sum.
    for (const weight of weightOf.values())
      expect(Math.abs(weight - 2000 / 19)).toBeLessThan(4 * 0.25 * Math.sqrt(2000 * 0.17));
  });

  it("does not look at the times", () => {
    const backwards = tie({ sharers: 40, timeOf: (i) => -i });
    expect(listPairs(backwards).toSorted()).toEqual(listPairs(tie({ sharers: 40 })).toSorted());
  });

  it("leaves out objects beyond its limits and counts those that the ties did not suffice for", () => {
    expect(tie({ sharers: 301 }).count).toBe(0);
    const ties = tie({ sharers: 10, objects: 3 }, { tiesMax: 100 });
    expect([ties.count, ties.objectsCut]).toEqual([90, 1]);
  });
});
