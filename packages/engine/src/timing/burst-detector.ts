import { logCrowdedTail } from "../math/negative-binomial.ts";
import { createAccountRhythm } from "./account-rhythm.ts";
import { createActionRing } from "./action-ring.ts";
import { createBackground, type Background } from "./burst-background.ts";
import { createSlidingCount, type SlidingCount } from "./burst-windows.ts";
import { createRateFloor, type RateFloor } from "./rate-floor.ts";

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
  /** How far back the median looks that no rhythm falls below. */
  readonly horizonMs: number;
  /** Nothing is judged before so much, and four windows, have been watched; 0 trusts the community's rhythm at once. */
  readonly warmUpMs: number;
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
  horizonMs: 12 * 3_600_000,
  warmUpMs: 600_000,
  dispersions: null,
};

type Scale = {
  readonly rank: number;
  readonly windowMs: number;
  readonly count: SlidingCount;
  readonly background: Background;
  readonly floor: RateFloor;
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
    const excess = (scale.count.size - scale.background.getRhythm(scale.floor.getMean()).mean) / rhythm.accounts;
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
      for (const scale of scales) {
        forget(scale, at);
        scale.count.add(account, source);
        scale.floor.add(at, account, source);
      }
      const isYoung = at - startedAt < options.warmUpMs;
      let strongest: BurstAlert | null = null;
      const all: number[] = [];
      for (const scale of scales) {
        if (isYoung || (options.warmUpMs > 0 && !scale.floor.isReady)) continue;
        if (!scale.background.isRare(scale.count.size, scale.floor.getMean())) {
          scale.lookedAt = 0;
          continue;
        }
        const alert = { ...describe(scale), at };
        const flagged = flag(scale, at);
        explain(flagged, scale);
        all.push(...flagged);
        if (strongest === null || alert.logP < strongest.logP) strongest = { ...alert, flagged: all };
      }
      return strongest === null ? null : { ...strongest, flagged: all.sort((a, b) => a - b) };
    },
  };
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
      accountsMin: options.accountsMin,
      logLevel: Math.log(options.level),
    }),
    floor: createRateFloor({
      slotMs: windowMs,
      horizonMs: options.horizonMs,
      priorMs: options.priorMs,
    }),
    from: 0,
    lookedAt: 0,
  }));
}

function describe(scale: Scale): Omit<BurstAlert, "at" | "flagged"> {
  const { mean, dispersion } = scale.background.getRhythm(scale.floor.getMean());
  const accounts = scale.count.size;
  return {
    windowMs: scale.windowMs,
    accounts,
    expected: mean,
    logP: logCrowdedTail(accounts, mean, dispersion),
  };
}
