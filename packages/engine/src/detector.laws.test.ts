import fc from "fast-check";
import type { Action } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { defaultLimits, defaultOptions, type EngineOptions } from "./contract/options.ts";
import type { Detector } from "./contract/detector.ts";
import type { Findings } from "./contract/findings.ts";
import { layerNames, type ActionTable } from "./contract/table.ts";
import { createDetector, createDetectorWith, mergeSnapshots } from "./detector.ts";
import { judge } from "./groups/judge.ts";
import { buildLayers } from "./observe/layers.ts";
import { arbitraryAction, start } from "./observe/testing/arbitrary-action.ts";

/** A judge that tells everything that it was shown, so that the laws hold for whatever a judge may look at. */
function tell(table: ActionTable, options: EngineOptions): Findings {
  const shown = JSON.stringify([table, buildLayers(table, null, layerNames)]);
  return { ...judge(emptied(table), options), switchedOff: [{ what: "samples", reason: shown }] };
}

/** The real judge is slow on thousands of tiny tables and has laws of its own. */
function emptied(table: ActionTable): ActionTable {
  return { ...table, count: 0 };
}

const seed = 20_261_123;
const stepMs = 1000;
const actions = fc.array(arbitraryAction, { maxLength: 50 });

/** An input, the same in another order, where to cut it, and how to shard it. */
const variation = actions.chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    shuffled: fc.shuffledSubarray([...whole], { minLength: whole.length }),
    cuts: fc.array(fc.nat(whole.length), { maxLength: 6 }),
    epochMs: fc.constantFrom(Number.POSITIVE_INFINITY, 5000, 7000),
    windowMs: fc.constantFrom(Number.POSITIVE_INFINITY, 7000, 12_000, 20_000),
    shards: fc.integer({ min: 1, max: 4 }),
  }),
);
type Variation = typeof variation extends fc.Arbitrary<infer Value> ? Value : never;

function holdFor(law: (input: Variation, options: EngineOptions) => void): void {
  fc.assert(
    fc.property(variation, (input) =>
      law(input, { ...defaultOptions, epochMs: input.epochMs, windowMs: input.windowMs }),
    ),
    { seed, numRuns: 150 },
  );
}

function open(options: EngineOptions, snapshot?: Uint8Array): Detector {
  return createDetectorWith(tell, options, snapshot);
}

function findWhole(whole: readonly Action[], options: EngineOptions): string {
  const detector = open(options);
  detector.push(whole);
  return JSON.stringify(detector.advance(Number.POSITIVE_INFINITY));
}

function cutInto(whole: readonly Action[], cuts: readonly number[]): readonly (readonly Action[])[] {
  const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
  return places.slice(1).map((place, i) => whole.slice(places[i], place));
}

describe("createDetector() gives the same findings, to the byte,", () => {
  it("whatever the order of the actions", () => {
    holdFor(({ whole, shuffled }, options) => {
      expect(findWhole(shuffled, options)).toBe(findWhole(whole, options));
    });
  });

  it("in pushes of any size", () => {
    holdFor(({ whole, cuts }, options) => {
      const detector = open(options);
      for (const part of cutInto(whole, cuts)) detector.push(part);
      expect(JSON.stringify(detector.advance(Number.POSITIVE_INFINITY))).toBe(findWhole(whole, options));
    });
  });

  it("restored from a snapshot at any place", () => {
    holdFor(({ whole, cuts }, options) => {
      let detector = open(options);
      for (const part of cutInto(whole, cuts)) {
        detector = open(options, detector.snapshot());
        detector.push(part);
      }
      expect(JSON.stringify(detector.advance(Number.POSITIVE_INFINITY))).toBe(findWhole(whole, options));
    });
  });

  it("observed in shards by object and merged", () => {
    holdFor(({ whole, shards }, options) => {
      const parts = Array.from({ length: shards }, () => open(options));
      for (const one of whole) parts[(one.objects.length + one.account.length) % shards].push([one]);
      const merged = mergeSnapshots(
        options,
        parts.map((part) => part.snapshot()),
      );
      const detector = open(options, merged);
      expect(JSON.stringify(detector.advance(Number.POSITIVE_INFINITY))).toBe(findWhole(whole, options));
    });
  });

  it("live, epoch by epoch with snapshots, as in a file", () => {
    holdFor(({ whole }, options) => {
      const inTime = whole.toSorted((a, b) => a.at - b.at);
      let detector = open(options);
      const live: Findings[] = [];
      for (let i = 0; i < inTime.length; i++) {
        detector.push([inTime[i]]);
        const next = inTime[i + 1]?.at ?? Number.POSITIVE_INFINITY;
        if (next > inTime[i].at) live.push(...detector.advance(Math.min(next - 1, inTime[i].at + 3 * stepMs)));
        if (i % 7 === 3) detector = open(options, detector.snapshot());
      }
      live.push(...detector.advance(Number.POSITIVE_INFINITY));
      expect(JSON.stringify(live)).toBe(findWhole(whole, options));
    });
  });
});

const post = (id: number, at: number): Action => ({
  id: `${id}`,
  at,
  account: `a${id % 3}`,
  kind: "post",
  objects: [],
});

describe("createDetector()", () => {
  it("judges each epoch of the grid in which something happened, over its window", () => {
    const detector = createDetector({ ...defaultOptions, epochMs: 10, windowMs: 20 });
    detector.push([post(1, 1003), post(2, 1010), post(3, 1011), post(4, 1055)]);
    const toActions = (findings: readonly Findings[]): readonly number[] =>
      findings.map(({ population }) => population.actions);
    expect(toActions(detector.advance(1009))).toEqual([]);
    expect(toActions(detector.advance(1020))).toEqual([2, 3]);
    expect(toActions(detector.advance(Number.POSITIVE_INFINITY))).toEqual([1]);
  });

  it("refuses a window that would leave out what falls between two judgements", () => {
    expect(() => createDetector({ ...defaultOptions, epochMs: 10, windowMs: 9 })).toThrow(RangeError);
    expect(() => createDetector({ ...defaultOptions, windowMs: 9 })).not.toThrow();
  });

  it("says once that nothing came", () => {
    const detector = createDetector(defaultOptions);
    expect(detector.advance(Number.POSITIVE_INFINITY)).toHaveLength(1);
    expect(detector.advance(Number.POSITIVE_INFINITY)).toHaveLength(0);
  });

  it("counts late actions, and takes those within the bound", () => {
    const detector = createDetector({ ...defaultOptions, latenessMs: 100, epochMs: 1000 });
    detector.advance(10_000);
    detector.push([post(1, 9899), post(2, 9900), post(3, 10_001)]);
    const [findings] = detector.advance(Number.POSITIVE_INFINITY).slice(-1);
    expect(findings.population.actions).toBe(2);
    expect(findings.limits).toContainEqual({ limit: "late_actions", value: 100, times: 1 });
  });

  it("keeps the latest actions within its bound, and says how many went", () => {
    const limits = { ...defaultLimits, actionsMax: 100 };
    const posts = Array.from({ length: 5000 }, (_, i) => post(i, start + ((i * 7919) % 5000)));
    const detector = createDetectorWith(tell, { ...defaultOptions, limits });
    detector.push(posts);
    const [findings] = detector.advance(Number.POSITIVE_INFINITY);
    expect(findings.limits).toEqual([{ limit: "actionsMax", value: 100, times: 4900 }]);
    const [table] = JSON.parse(findings.switchedOff[0].reason) as [{ readonly count: number; readonly at: object }];
    expect(table.count).toBe(100);
    expect(Object.values(table.at)).toEqual(Array.from({ length: 100 }, (_, i) => start + 4900 + i));
  });
});

describe("a snapshot", () => {
  const detector = createDetector({ ...defaultOptions, epochMs: 10 });
  detector.push([{ ...post(1, start), text: "謠言 \ud800", createdAt: 5 }, post(2, start + 0.5)]);
  const snapshot = detector.snapshot();

  it("is refused when any bit has flipped or any byte is missing", () => {
    const reading = (bytes: Uint8Array) => () => createDetector({ ...defaultOptions, epochMs: 10 }, bytes);
    expect(reading(snapshot)).not.toThrow();
    for (let i = 0; i < snapshot.length; i++) {
      expect(reading(snapshot.with(i, snapshot[i] ^ (1 << (i % 8))))).toThrow(/^snapshot is/);
      expect(reading(snapshot.slice(0, i))).toThrow(/^snapshot is/);
    }
  });

  it("is refused by a detector with another grid", () => {
    expect(() => createDetector(defaultOptions, snapshot)).toThrow(/another window, epoch or lateness/);
  });
});
