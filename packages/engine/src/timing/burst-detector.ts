import { logCrowdedTail } from "../math/negative-binomial.ts";
import { createAccountRhythm } from "./account-rhythm.ts";
import { createActionRing } from "./action-ring.ts";
import { createBackground, type Background } from "./burst-background.ts";
import { createSlidingCount, type SlidingCount } from "./burst-windows.ts";
import { createRateFloor } from "./rate-floor.ts";

/**
 * Lockstep, found as it happens. Each window length holds the distinct accounts of its last stretch against the
 * stream's own slow rhythm. What a shorter window has explained is taken out of the longer ones, so that a wave of
 * seconds is not smeared over half an hour, while a diluted or jittered wave still shows there. Inside an alert an
 * action is flagged only where the burst explains it better than its account's own rhythm does: a feed that posts
 * every three minutes is not drawn in by a wave around it.
 */
export interface BurstDetector {
  /**
   * Takes the next action, in order of time. `source` names what it was drawn by (an object's ordinal), or -1:
   * accounts around one source count as one here. Amortised cost: constant outside bursts.
   */
  push(at: number, account: number, source?: number): BurstAlert | null;
}

export type BurstAlert = {
  readonly at: number;
  readonly windowMs: number;
  readonly accounts: number;
  readonly expected: number;
  readonly logP: number;
  /** Actions flagged now and not before, numbered by push from 0, oldest first; may be none. */
  readonly flagged: readonly number[];
};

export type BurstDetectorOptions = {
  /** No window is finer than this. */
  readonly tickMs: number;
  readonly windowsMs: readonly number[];
  /** Never alert below this many accounts. */
  readonly accountsMin: number;
  /** Level of one look. */
  readonly level: number;
  /** How many times likelier the burst must make an action than its account's own rhythm; 0 flags the whole window. */
  readonly oddsMin: number;
  readonly memoryMs: number;
  /** The community's rhythm: accounts per millisecond, believed as if it had been watched for `priorMs`. */
  readonly priorRate: number;
  readonly priorMs: number;
  /** Variance over mean per window, taken from the community; null measures it here. */
  readonly dispersions: readonly number[] | null;
};

export const defaultBurstOptions: BurstDetectorOptions = {
  tickMs: 1000,
  windowsMs: [10_000, 60_000, 300_000, 600_000, 1_800_000],
  accountsMin: 4,
  level: 1e-5,
  oddsMin: 10,
  memoryMs: 86_400_000,
  priorRate: 1 / 600_000,
  priorMs: 600_000,
  dispersions: null,
};

type Scale = {
  readonly rank: number;
  readonly windowMs: number;
  readonly count: SlidingCount;
  readonly background: Background;
  /** First push still inside the window. */
  from: number;
  /** Accounts when the whole window was last looked through for actions to flag. */
  lookedAt: number;
};

const never = 255;
const elapsedMinMs = 3_600_000;

export function createBurstDetector(given: Partial<BurstDetectorOptions> = {}): BurstDetector {
  const options = { ...defaultBurstOptions, ...given };
  const scales = createScales(options);
  const actions = createActionRing();
  const rhythm = createAccountRhythm();
  const slotMs = scales[scales.length - 1].windowMs;
  const floor = createRateFloor({ slotMs, slotsMax: slotsMax(options.memoryMs, slotMs), priorMs: options.priorMs });
  let startedAt = Number.NaN;

  const forget = (scale: Scale, now: number): void => {
    const isLongest = scale.rank === scales.length - 1;
    while (actions.at(scale.from) <= now - scale.windowMs) {
      const index = scale.from++;
      const account = actions.account(index);
      if (actions.flaggedBy(index) >= scale.rank) scale.count.remove(account, actions.source(index));
      if (isLongest && actions.flaggedBy(index) === never) {
        rhythm.add(account);
        for (const each of scales) each.background.add(actions.at(index), account);
      }
    }
    if (isLongest) actions.dropBefore(scale.from);
  };

  const flag = (scale: Scale, now: number): number[] => {
    const excess = (scale.count.size - scale.background.getRhythm(floor.getRate()).mean) / rhythm.accounts;
    const elapsed = Math.max(now - startedAt, elapsedMinMs);
    const last = actions.end - 1;
    const isGrown = scale.count.size > 1.1 * scale.lookedAt;
    if (isGrown) scale.lookedAt = scale.count.size;
    const found: number[] = [];
    for (let index = isGrown ? scale.from : last; index <= last; index += 1) {
      if (actions.flaggedBy(index) !== never) continue;
      const own = rhythm.getRate(actions.account(index), elapsed) * scale.windowMs;
      if (excess >= options.oddsMin * own || options.oddsMin === 0) found.push(index);
    }
    return found;
  };

  /** Takes flagged actions out of the longer windows. */
  const explain = (flagged: readonly number[], by: Scale): void => {
    for (const index of flagged) {
      actions.flag(index, by.rank);
      for (const longer of scales.slice(by.rank + 1)) {
        if (index >= longer.from) longer.count.remove(actions.account(index), actions.source(index));
      }
    }
  };

  return {
    push(at, account, source = -1) {
      if (Number.isNaN(startedAt)) startedAt = at;
      rhythm.see(account);
      actions.push(at, account, source);
      floor.add(at, account, source);
      for (const scale of scales) {
        forget(scale, at);
        scale.count.add(account, source);
      }
      let strongest: BurstAlert | null = null;
      const all: number[] = [];
      for (const scale of scales) {
        if (!scale.background.isRare(scale.count.size, floor.getRate())) {
          scale.lookedAt = 0;
          continue;
        }
        const alert = { ...describe(scale, floor.getRate()), at };
        const flagged = flag(scale, at);
        explain(flagged, scale);
        all.push(...flagged);
        if (strongest === null || alert.logP < strongest.logP) strongest = { ...alert, flagged: all };
      }
      return strongest === null ? null : { ...strongest, flagged: all.sort((a, b) => a - b) };
    },
  };
}

/** A day's worth of median is enough, and bounds the memory. */
function slotsMax(memoryMs: number, slotMs: number): number {
  return Math.max(8, Math.min(48, Math.ceil(memoryMs / slotMs)));
}

function createScales(options: BurstDetectorOptions): readonly Scale[] {
  const windows = [...new Set(options.windowsMs.map((window) => Math.max(window, options.tickMs)))];
  return windows.map((windowMs, rank) => ({
    rank,
    windowMs,
    count: createSlidingCount(),
    background: createBackground({
      windowMs,
      memoryMs: options.memoryMs,
      priorRate: options.priorRate,
      priorMs: options.priorMs,
      dispersion: options.dispersions === null ? null : (options.dispersions[rank] ?? 1),
      floor: options.accountsMin,
      logLevel: Math.log(options.level),
    }),
    from: 0,
    lookedAt: 0,
  }));
}

function describe(scale: Scale, floorRate: number): Omit<BurstAlert, "at" | "flagged"> {
  const { mean, dispersion } = scale.background.getRhythm(floorRate);
  const accounts = scale.count.size;
  return {
    windowMs: scale.windowMs,
    accounts,
    expected: mean,
    logP: logCrowdedTail(accounts, mean, dispersion),
  };
}
