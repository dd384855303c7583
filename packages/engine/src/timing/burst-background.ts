import { findCrowdedQuantile } from "../math/negative-binomial.ts";
import { createDistinctCount } from "./distinct-count.ts";

/** What one window length expects of ordinary actions: distinct accounts in it, and variance over mean. */
export type Rhythm = { readonly mean: number; readonly dispersion: number };

export type BackgroundOptions = {
  readonly windowMs: number;
  /** How slowly the rhythm is forgotten. */
  readonly memoryMs: number;
  /** The community's rhythm: accounts per millisecond, believed as if it had been watched for `priorMs`. */
  readonly priorRate: number;
  readonly priorMs: number;
  /** Variance over mean, where it is taken from the community rather than measured here. */
  readonly dispersion: number | null;
  readonly accountsMin: number;
  readonly logLevel: number;
};

/** The running background of one window length. Only what was never flagged is added, in order of time. */
export interface Background {
  add(at: number, account: number): void;
  /** `floor`: accounts in a window below which the mean is not believed. */
  getRhythm(floor: number): Rhythm;
  /** Whether so many distinct accounts alert. */
  isRare(accounts: number, floor: number): boolean;
}

const slotsMin = 20;

/**
 * Counts of distinct accounts in slots of one window length, with exponential forgetting. A slot enters the moments
 * winsorised at three Poisson deviations, so that attack posts which escaped flagging cannot teach the background
 * that attacks are ordinary; without that the threshold runs away from a diluted wave.
 */
export function createBackground(options: BackgroundOptions): Background {
  const { windowMs, memoryMs, priorRate } = options;
  const priorSlots = options.priorMs / windowMs;
  const inSlot = createDistinctCount();
  let slot = Number.NaN;
  let slots = 0;
  let sum = 0;
  let squares = 0;
  let rhythm: Rhythm = { mean: priorRate * windowMs, dispersion: options.dispersion ?? 1 };
  let thresholdFor: Rhythm | null = null;
  let threshold = options.accountsMin;

  const close = (gap: number): void => {
    const kept = Math.exp((-gap * windowMs) / memoryMs);
    const count = Math.min(inSlot.size, rhythm.mean + 3 * Math.sqrt(rhythm.mean) + 1);
    slots = slots * kept + gap;
    sum = sum * kept + count;
    squares = squares * kept + count * count;
    const mean = (sum + priorRate * windowMs * priorSlots) / (slots + priorSlots);
    rhythm = { mean, dispersion: options.dispersion ?? measureDispersion({ slots, sum, squares }) };
  };

  const getRhythm = (floor: number): Rhythm => (rhythm.mean >= floor ? rhythm : { ...rhythm, mean: floor });

  return {
    add(at, account) {
      const here = Math.floor(at / windowMs);
      if (here !== slot) {
        if (!Number.isNaN(slot)) close(here - slot);
        slot = here;
        inSlot.clear();
      }
      inSlot.add(account);
    },
    getRhythm,
    isRare(accounts, floor) {
      if (accounts < options.accountsMin) return false;
      const rhythm = getRhythm(floor);
      // No law of this kind is rare within three deviations; most looks end here, before any tail is summed.
      if (accounts < rhythm.mean + 3 * Math.sqrt(rhythm.mean * rhythm.dispersion)) return false;
      if (thresholdFor === null || isFar(rhythm, thresholdFor)) {
        thresholdFor = rhythm;
        threshold = findCrowdedQuantile(rhythm, options.logLevel, options.accountsMin);
      }
      return accounts >= threshold;
    },
  };
}

function measureDispersion(moments: { slots: number; sum: number; squares: number }): number {
  if (moments.slots < slotsMin || moments.sum === 0) return 1;
  const mean = moments.sum / moments.slots;
  return Math.max(1, (moments.squares / moments.slots - mean * mean) / mean);
}

/** A threshold is computed anew only after a change that could move it. */
function isFar(a: Rhythm, b: Rhythm): boolean {
  return Math.abs(a.mean - b.mean) > 0.02 * b.mean || Math.abs(a.dispersion - b.dispersion) > 0.02 * b.dispersion;
}
