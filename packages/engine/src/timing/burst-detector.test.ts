import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../math/random.ts";
import { createBackground } from "./burst-background.ts";
import { createBurstDetector, defaultBurstOptions, type BurstDetectorOptions } from "./burst-detector.ts";
import { createRateFloor } from "./rate-floor.ts";

type Step = { readonly at: number; readonly account: number; readonly source: number };

/** Feeds all steps; gives the pushes flagged, in the order of flagging, each as `push@time`. */
function flagAll(steps: readonly Step[], options: Partial<BurstDetectorOptions>): readonly string[] {
  const detector = createBurstDetector(options);
  return steps.flatMap(({ at, account, source }) =>
    (detector.push(at, account, source)?.flagged ?? []).map((push) => `${push}@${at}`),
  );
}

/** The same promise kept by looking at every earlier action again at each step; the whole window is flagged. */
function flagSlowly(steps: readonly Step[], options: BurstDetectorOptions): readonly string[] {
  const background = options.windowsMs.map((windowMs) =>
    createBackground({
      ...options,
      windowMs,
      dispersion: null,
      logLevel: Math.log(options.level),
    }),
  );
  const longest = Math.max(...options.windowsMs);
  const floors = options.windowsMs.map((slotMs) => createRateFloor({ ...options, slotMs }));
  const flaggedBy = new Map<number, number>();
  const out: string[] = [];
  let left = 0;
  for (const [now, { at, account, source }] of steps.entries()) {
    for (const floor of floors) floor.add(at, account, source);
    for (; steps[left].at <= at - longest; left += 1) {
      if (!flaggedBy.has(left)) for (const each of background) each.add(steps[left].at, steps[left].account);
    }
    const found: number[] = [];
    for (const [rank, windowMs] of options.windowsMs.entries()) {
      const held = steps
        .map((step, push) => ({ ...step, push }))
        .filter(({ push, at: then }) => push <= now && then > at - windowMs && (flaggedBy.get(push) ?? 99) >= rank);
      const sources = held.map((step) => step.source).filter((source) => source >= 0);
      const accounts = new Set(held.map((step) => step.account)).size - (sources.length - new Set(sources).size);
      if (!background[rank].isRare(accounts, floors[rank].getMean())) continue;
      for (const { push } of held) {
        if (flaggedBy.has(push)) continue;
        flaggedBy.set(push, rank);
        found.push(push);
      }
    }
    out.push(...found.sort((a, b) => a - b).map((push) => `${push}@${at}`));
  }
  return out;
}

const stream = fc
  .array(
    fc.record({
      gap: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 2000 }) }, fc.integer({ min: 0, max: 300_000 })),
      account: fc.integer({ min: 0, max: 30 }),
      source: fc.integer({ min: -1, max: 3 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map(({ gap, account, source }) => ({ at: (at += gap), account, source }));
  });

describe("createBurstDetector()", () => {
  it("flags what looking at everything again would flag, at the same moment", () => {
    const options = { ...defaultBurstOptions, windowsMs: [10_000, 60_000], oddsMin: 0, warmUpMs: 0 };
    fc.assert(
      fc.property(stream, (steps) => {
        // A window whose count did not grow by a tenth flags only what is new, so compare with every look full.
        expect(new Set(flagAll(steps, options).map((flag) => flag.split("@")[0]))).toEqual(
          new Set(flagSlowly(steps, options).map((flag) => flag.split("@")[0])),
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  const quiet = (hours: number, seed: number): Step[] => {
    const random = createRandom(seed);
    const steps: Step[] = [];
    for (let at = 0; at < hours * 3_600_000; at += -Math.log(1 - random()) * 90_000) {
      steps.push({ at, account: 1000 + Math.floor(random() * 500), source: -1 });
    }
    return steps;
  };
  const wave = (options: { from: number; spreadMs: number; accounts: number; source?: number }): Step[] =>
    Array.from({ length: options.accounts }, (_, account) => ({
      at: options.from + (account * options.spreadMs) / options.accounts,
      account,
      source: options.source ?? -1,
    }));
  const merge = (...parts: Step[][]): Step[] => parts.flat().sort((a, b) => a.at - b.at);
  const hour = 3_600_000;

  it.each([
    // Of the 40 accounts at least so many are flagged; beyond them no more than so many of the ordinary.
    { name: "a wave of seconds", added: wave({ from: 20 * hour, spreadMs: 8000, accounts: 40 }), least: 40, others: 1 },
    {
      name: "a wave over ten minutes",
      added: wave({ from: 20 * hour, spreadMs: 600_000, accounts: 40 }),
      least: 38,
      others: 10,
    },
    {
      name: "a crowd around one object",
      added: wave({ from: 20 * hour, spreadMs: 8000, accounts: 40, source: 7 }),
      least: 0,
      others: 0,
    },
    {
      name: "forty accounts over a day",
      added: wave({ from: hour, spreadMs: 22 * hour, accounts: 40 }),
      least: 0,
      others: 0,
    },
  ])("$name", ({ added, least, others }) => {
    const steps = merge(quiet(24, 5), added);
    const flagged = new Set(flagAll(steps, {}).map((flag) => Number(flag.split("@")[0])));
    const ofWave = [...flagged].filter((push) => steps[push].account < 1000).length;
    expect(ofWave).toBeGreaterThanOrEqual(least);
    if (least === 0) expect(ofWave).toBe(0);
    expect(flagged.size - ofWave).toBeLessThanOrEqual(others);
  });

  it("leaves a feed alone that would have posted anyway", () => {
    const feed = Array.from({ length: 480 }, (_, i) => ({ at: i * 180_000, account: 999, source: -1 }));
    const steps = merge(quiet(24, 6), feed, wave({ from: 20 * hour - 4000, spreadMs: 8000, accounts: 40 }));
    const flagged = flagAll(steps, {}).map((flag) => steps[Number(flag.split("@")[0])].account);
    expect(flagged).not.toContain(999);
    expect(flagged.length).toBeGreaterThanOrEqual(40);
  });

  it("alerts at the fourth account of a quiet stream", () => {
    const steps = merge(quiet(24, 7), wave({ from: 23 * hour, spreadMs: 8000, accounts: 12 }));
    const times = flagAll(steps, {}).map((flag) => Number(flag.split("@")[1]));
    expect(Math.min(...times)).toBeLessThanOrEqual(23 * hour + 2800);
  });

  it("uses no window finer than the clock", () => {
    const steps = wave({ from: 0, spreadMs: 1, accounts: 30 });
    const detector = createBurstDetector({ tickMs: 60_000, priorRate: 1e-9, warmUpMs: 0 });
    const windows = steps.map(({ at, account }) => detector.push(at, account)?.windowMs ?? 60_000);
    expect(Math.min(...windows)).toBe(60_000);
  });
});
