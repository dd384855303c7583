import { createRecentTexts } from "./recent-texts.ts";
import { templateShare } from "./template.ts";
import { createTextIndex, type Match, type TextIndexCounts, type TextIndexOptions } from "./text-index.ts";

export type SampleIndexOptions = TextIndexOptions & {
  /** A sample that nobody added to for so long is forgotten; the same text then begins a new one. */
  readonly windowMs: number;
  /** Exact texts remembered. */
  readonly exactMax: number;
  /** Wordings of one sample that stand for it in the index beside the first, so that a text changed step by step is followed. */
  readonly wordingsMax: number;
  /** Steps that such a wording may be away from the first one. */
  readonly stepsMax: number;
  /** Share of two texts that must be common pieces in the same order for their samples to be fillings of one template. */
  readonly templateShareMin: number;
};

/** Chosen by measure: see the quality benchmark `samples`. */
export const defaultSampleOptions: SampleIndexOptions = {
  itemsMax: 262_144,
  entriesMax: 262_144 * 48,
  bucketMax: 16,
  candidatesMax: 32,
  similarityMin: 0.5,
  fullGrams: 12,
  containmentMin: 0.8,
  containedGramsMin: 16,
  containedRatioMax: 4,
  windowMs: Number.POSITIVE_INFINITY,
  exactMax: 262_144,
  wordingsMax: 8,
  stepsMax: 2,
  templateShareMin: 0.5,
};

/** Where a text was put. */
export type Placed = {
  readonly sample: number;
  /** An older sample of which this one, just begun, is another filling of the same template; -1 where there is none. */
  readonly templateOf: number;
};

/** Online clustering of near-identical texts, in bounded memory. */
export interface SampleIndex {
  /**
   * The sample that a normalised, telling text belongs to; a text like none before begins the next one. Samples are
   * numbered from 0 in the order they begin. `at` (ms) must not fall. Cost: a map look-up for a known text, else about 20 µs.
   */
  add(normalised: string, at: number): Placed;
  /** The sample that such a text would join, or -1 where it would begin one. Nothing is kept of it. Cost: as `add`. */
  find(normalised: string, at: number): number;
  /**
   * Takes a text out, so that it is held nowhere and finds nothing. `heir`, another text of its sample, stands for the sample from now on where the
   * text did: without one, what is like the text alone begins a new sample. Cost: a pass over all texts held.
   */
  forget(normalised: string, heir?: string): void;
  /** Samples begun so far. */
  readonly count: number;
  readonly counts: SampleIndexCounts;
}

export type SampleIndexCounts = TextIndexCounts & {
  /** Exact texts forgotten because there were too many or their window had passed. */
  readonly exactForgotten: number;
  /** Far wordings that could not be indexed because their sample had enough. */
  readonly wordingsCut: number;
};

/**
 * Leader clustering: a text joins the sample of the most similar representative, not of any member, so that a chain of
 * small changes cannot join what has nothing in common. A wording that is itself far from its representative becomes one
 * more, up to `wordingsMax` for each and `stepsMax` steps from the first.
 */
export function createSampleIndex(options: SampleIndexOptions = defaultSampleOptions): SampleIndex {
  const { itemsMax, windowMs } = options;
  const index = createTextIndex(options);
  const exact = createRecentTexts(options.exactMax, windowMs);
  const sampleOf = new Int32Array(itemsMax);
  const lastAt = new Float64Array(itemsMax);
  const steps = new Uint8Array(itemsMax);
  const wordings = new Uint8Array(itemsMax);
  let count = 0;
  let wordingsCut = 0;

  return {
    add(normalised, at) {
      const known = exact.find(normalised, at);
      if (known !== undefined) return { sample: known, templateOf: -1 };
      const placed = place(normalised, at);
      exact.set(normalised, placed.sample, at);
      return placed;
    },
    find(normalised, at) {
      const known = exact.find(normalised, at);
      if (known !== undefined) return known;
      const match = searchLive(normalised, at).find(({ kind }) => kind !== "related");
      return match === undefined ? -1 : (sampleOf[match.item % itemsMax] ?? -1);
    },
    forget(normalised, heir) {
      exact.forget(normalised);
      const dropped = index.drop(normalised);
      const [first] = dropped;
      if (heir === undefined || first === undefined) return;
      const [sample, step, since] = [sampleOf[first] ?? 0, steps[first] ?? 0, lastAt[first] ?? 0];
      index.search(heir);
      hold(sample, step, since);
    },
    get count() {
      return count;
    },
    get counts() {
      return { ...index.counts, exactForgotten: exact.forgotten, wordingsCut };
    },
  };

  function searchLive(normalised: string, at: number): readonly Match[] {
    return index.search(normalised).filter(({ item }) => (lastAt[item % itemsMax] ?? 0) >= at - windowMs);
  }

  function place(normalised: string, at: number): Placed {
    const live = searchLive(normalised, at);
    const match = live.find(({ kind }) => kind !== "related");
    if (match !== undefined) return { sample: join(match, at), templateOf: -1 };
    const sibling = live.find(({ item }) => templateShare(normalised, index.textOf(item)) >= options.templateShareMin);
    hold(count, 0, at);
    count += 1;
    return { sample: count - 1, templateOf: sibling === undefined ? -1 : (sampleOf[sibling.item % itemsMax] ?? -1) };
  }

  function join(match: Match, at: number): number {
    const slot = match.item % itemsMax;
    const sample = sampleOf[slot] ?? 0;
    const step = steps[slot] ?? 0;
    lastAt[slot] = at;
    if (match.similarity >= farBelow) return sample;
    if ((wordings[slot] ?? 0) >= options.wordingsMax || step >= options.stepsMax) {
      wordingsCut += 1;
      return sample;
    }
    wordings[slot] = (wordings[slot] ?? 0) + 1;
    hold(sample, step + 1, at);
    return sample;
  }

  function hold(sample: number, step: number, at: number): void {
    const slot = index.hold() % itemsMax;
    sampleOf[slot] = sample;
    steps[slot] = step;
    wordings[slot] = 0;
    lastAt[slot] = at;
  }
}

/** A wording less similar than this to its representative can have copies that the representative would miss. */
export const farBelow = 0.8;
