import fc from "fast-check";
import type { Action } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { defaultOptions, type EngineOptions } from "./contract/options.ts";
import { createDetector, mergeSnapshots } from "./detector.ts";
import { makeCommunity } from "./groups/testing/community.ts";
import { createRandom, shuffleInPlace } from "./math/random.ts";
import { arbitraryAction } from "./observe/testing/arbitrary-action.ts";

const inFile: EngineOptions = { ...defaultOptions, selection: { kind: "none" }, evaluation: true };
const live: EngineOptions = { ...inFile, epochMs: 86_400_000, windowMs: 2 * 86_400_000 };

/** All that the detector finds of the parts: pushed in turn to one, or each to a shard of its own. */
function find(
  parts: readonly (readonly Action[])[],
  options: EngineOptions,
  way: "whole" | "restored" | "shards",
): string {
  let detector = createDetector(options);
  if (way === "shards") {
    const snapshots = parts.map((part) => {
      const shard = createDetector(options);
      shard.push(part);
      return shard.snapshot();
    });
    detector = createDetector(options, mergeSnapshots(options, snapshots));
  }
  for (const part of way === "shards" ? [] : parts) {
    if (way === "restored") detector = createDetector(options, detector.snapshot());
    detector.push(part);
  }
  return JSON.stringify(detector.advance(Number.POSITIVE_INFINITY));
}

function shuffle(actions: readonly Action[], seed: number): readonly Action[] {
  const order = Int32Array.from(actions.keys());
  shuffleInPlace(order, createRandom(seed), 0, order.length);
  return Array.from(order, (row) => actions[row]);
}

function cut(actions: readonly Action[], parts: number): readonly (readonly Action[])[] {
  const size = Math.ceil(actions.length / parts);
  return Array.from({ length: parts }, (_, part) => actions.slice(part * size, (part + 1) * size));
}

const community = makeCommunity({ seed: 3, army: 12, targets: 8, isFarm: true, tickMs: 60_000 });

describe.each([
  { name: "of a file", options: inFile },
  { name: "of each epoch", options: live },
])("the judge's findings $name are the same to the byte", ({ options }) => {
  const expected = find([community], options, "whole");

  it("and name a group", () => expect(expected).toContain("army-11"));

  it("whatever the order, in pushes of any size", () => {
    expect(find(cut(shuffle(community, 1), 5), options, "whole")).toBe(expected);
    expect(find([community.toReversed()], options, "whole")).toBe(expected);
  });

  it("restored from a snapshot at every push", () => {
    expect(find(cut(shuffle(community, 2), 4), options, "restored")).toBe(expected);
  });

  it("observed in shards and merged", () => {
    expect(find(cut(shuffle(community, 3), 3), options, "shards")).toBe(expected);
  });
});

describe("the judge's findings on anything", () => {
  it("are the same to the byte, whatever the order, cuts and shards", () => {
    const input = fc
      .array(arbitraryAction, { maxLength: 40 })
      .chain((whole) => fc.tuple(fc.constant(whole), fc.shuffledSubarray([...whole], { minLength: whole.length })));
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 4 }), ([whole, shuffled], parts) => {
        const expected = find([whole], inFile, "whole");
        expect(find(cut(shuffled, parts), inFile, "restored")).toBe(expected);
        expect(find(cut(shuffled, parts), inFile, "shards")).toBe(expected);
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it("change with nothing but names when accounts are renamed in their order", () => {
    const renamed = community.map((action) => ({ ...action, account: `x${action.account}` }));
    expect(find([renamed], inFile, "whole").replaceAll(/x(army|honest)-/g, "$1-")).toBe(
      find([community], inFile, "whole"),
    );
  });
});
