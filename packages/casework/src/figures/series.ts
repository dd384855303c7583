import type { Instant } from "../kernel/time.ts";

/** `2026-07`, UTC. */
export type Month = string;

export function toMonth(at: Instant): Month {
  return new Date(at).toISOString().slice(0, 7);
}

type Words = Readonly<Record<string, string>>;

/** One thing to be counted: under which name, when, told apart by which words; negative where something is taken back. */
export type Note = {
  readonly series: string;
  readonly at: Instant;
  readonly words?: Words;
  readonly weight?: number;
  /** How long it took, for medians. */
  readonly tookMs?: number;
};

export type Write = (note: Note) => void;

export type Tally = {
  count: number;
  /** Dimension, word, number. */
  readonly by: Map<string, Map<string, number>>;
  /** All durations, and those of each `dimension=word`. */
  readonly tookMs: Map<string, number[]>;
};

export type Series = {
  readonly add: (note: Note) => void;
  /** The sum over months from `from` to `to`, both included. Cost: of the months and durations in it. */
  readonly sum: (series: string, period: { readonly from: Month | null; readonly to: Month | null }) => Tally;
  /** The first and the last month in which anything was counted; null where nothing was. */
  readonly span: () => { readonly first: Month; readonly last: Month } | null;
};

/** Counts by month. `dimensions`: by what each series is told apart; other words are not kept. Cost of `add`: constant. */
export function createSeries(dimensions: (series: string) => readonly string[]): Series {
  const tallies = new Map<string, Map<Month, Tally>>();
  let span: { first: Month; last: Month } | null = null;
  const touch = (series: string, month: Month): Tally => {
    let months = tallies.get(series);
    if (months === undefined) tallies.set(series, (months = new Map()));
    let tally = months.get(month);
    if (tally === undefined) months.set(month, (tally = createTally()));
    return tally;
  };
  return {
    add: ({ series, at, words = {}, weight = 1, tookMs }) => {
      const month = toMonth(at);
      if (span === null) span = { first: month, last: month };
      else if (month < span.first) span.first = month;
      else if (month > span.last) span.last = month;
      const tally = touch(series, month);
      tally.count += weight;
      if (tookMs !== undefined) pushTo(tally.tookMs, "", tookMs);
      for (const dimension of dimensions(series)) {
        const word = words[dimension] ?? "unknown";
        addTo(tally.by, dimension, word, weight);
        if (tookMs !== undefined) pushTo(tally.tookMs, `${dimension}=${word}`, tookMs);
      }
    },
    sum: (series, { from, to }) => {
      const whole = createTally();
      for (const [month, tally] of tallies.get(series) ?? []) {
        if ((from !== null && month < from) || (to !== null && month > to)) continue;
        whole.count += tally.count;
        for (const [dimension, words] of tally.by) {
          for (const [word, count] of words) addTo(whole.by, dimension, word, count);
        }
        for (const [cell, tooks] of tally.tookMs) for (const took of tooks) pushTo(whole.tookMs, cell, took);
      }
      return whole;
    },
    span: () => span,
  };
}

function createTally(): Tally {
  return { count: 0, by: new Map(), tookMs: new Map() };
}

function addTo(by: Tally["by"], dimension: string, word: string, weight: number): void {
  const words = by.get(dimension) ?? new Map<string, number>();
  by.set(dimension, words);
  words.set(word, (words.get(word) ?? 0) + weight);
}

function pushTo(tookMs: Tally["tookMs"], cell: string, took: number): void {
  const known = tookMs.get(cell);
  if (known === undefined) tookMs.set(cell, [took]);
  else known.push(took);
}
