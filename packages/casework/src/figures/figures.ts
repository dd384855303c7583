import type { Instant } from "../kernel/time.ts";
import type { PlacedAct } from "./act.ts";
import { createBook } from "./book.ts";
import { figureKeys, getFigureRow, listDimensions, type FigureKey, type FigureRow } from "./figure-table.ts";
import { groupSmall, type Grouped } from "./group-small.ts";
import { createSeries, type Month, type Series } from "./series.ts";
import { toQuantileHours, toWilsonInterval } from "./statistics.ts";

/** Months of the period, both included, UTC; null: from the first, to the last. */
export type Period = { readonly from: Month | null; readonly to: Month | null };

export type Breakdown<Cell> = {
  readonly dimension: string;
  readonly cells: readonly (Cell & { readonly word: string })[];
  /** Cells under ten, told as one; null where there are none. */
  readonly grouped: (Cell & { readonly words: number }) | null;
};

export type CountCell = { readonly count: number };
export type ShareCell = { readonly hits: number; readonly of: number } & ShareBounds;
/** 95% by Wilson; null where there was nothing to take a share of. */
export type ShareBounds = { readonly share: number | null; readonly low: number; readonly high: number };
/** Null where fewer than ten are in it: a median of few is somebody's own time. */
export type TimeCell = {
  readonly count: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
};

export type Figure = { readonly key: FigureKey } & (
  | { readonly kind: "count" | "zero"; readonly count: number; readonly by: readonly Breakdown<CountCell>[] }
  | { readonly kind: "stock"; readonly count: number }
  | ({ readonly kind: "share"; readonly by: readonly Breakdown<ShareCell>[] } & ShareCell)
  | ({ readonly kind: "time"; readonly by: readonly Breakdown<TimeCell>[] } & TimeCell)
);

export type Figures = {
  /** Rises when a definition changes: series of different versions are not compared. */
  readonly version: 1;
  /** As asked; null where all of it was asked for. */
  readonly period: Period;
  /** What there is at all. */
  readonly span: { readonly first: Month; readonly last: Month } | null;
  /** When the newest thing counted happened; null: nothing was. */
  readonly newest: Instant | null;
  readonly figures: readonly Figure[];
};

export type FigureBook = {
  /** Takes in one act, in the order of recording. Cost: constant. */
  readonly take: (act: PlacedAct) => void;
  /** The figures of a period. Cost: of the months and durations in it, not of the acts. */
  readonly figure: (period: Period) => Figures;
  /** Objects that are remembered. */
  readonly objects: () => number;
};

/**
 * Every published figure, from acts alone: whoever has the ledger's clear facts can count them again. Pure; see docs/figures.md for what
 * each of them means.
 */
export function createFigureBook(): FigureBook {
  const series = createSeries(listDimensions);
  const book = createBook(series.add);
  return {
    take: book.take,
    objects: book.objects,
    figure: (period) => ({
      version: 1,
      period,
      span: series.span(),
      newest: book.newest(),
      figures: figureKeys.map((key) => toFigure(key, { series, period })),
    }),
  };
}

type Counted = { readonly series: Series; readonly period: Period };

function toFigure(key: FigureKey, counted: Counted): Figure {
  const row = getFigureRow(key);
  switch (row.kind) {
    case "count":
    case "zero":
      return { key, kind: row.kind, ...toCounts(key, row.by, counted) };
    case "time":
      return { key, kind: "time", ...toTimes(key, row.by, counted) };
    case "share":
      return { key, kind: "share", ...toShares(row, counted) };
    case "stock": {
      const until = { from: null, to: counted.period.to };
      const add = (names: readonly string[]): number =>
        names.reduce((sum, name) => sum + counted.series.sum(name, until).count, 0);
      return { key, kind: "stock", count: add(row.plus) - add(row.minus) };
    }
  }
}

function toCounts(key: string, by: readonly string[], { series, period }: Counted) {
  const tally = series.sum(key, period);
  const breakdowns = by.map((dimension) => {
    const cells = [...(tally.by.get(dimension) ?? [])].map(([word, count]) => ({ word, size: count }));
    const { kept, grouped } = groupSmall(cells);
    return {
      dimension,
      cells: kept.map(({ word, size }) => ({ word, count: size })),
      grouped: grouped && { words: grouped.words.length, count: grouped.size },
    };
  });
  return { count: tally.count, by: breakdowns };
}

function toTimes(key: string, by: readonly string[], { series, period }: Counted) {
  const { tookMs } = series.sum(key, period);
  const breakdowns = by.map((dimension): Breakdown<TimeCell> => {
    const prefix = `${dimension}=`;
    const cells = [...tookMs].flatMap(([cell, tooks]) =>
      cell.startsWith(prefix) ? [{ word: cell.slice(prefix.length), size: tooks.length, tooks }] : [],
    );
    const { kept, grouped } = groupSmall(cells);
    const tooksOf = new Map(cells.map(({ word, tooks }) => [word, tooks]));
    return {
      dimension,
      cells: kept.map(({ word }) => ({ word, ...toTimeCell(tooksOf.get(word) ?? []) })),
      grouped: grouped && {
        words: grouped.words.length,
        ...toTimeCell(grouped.words.flatMap((word) => tooksOf.get(word) ?? [])),
      },
    };
  });
  return { ...toTimeCell(tookMs.get("") ?? []), by: breakdowns };
}

const timesLeast = 10;

function toTimeCell(tookMs: readonly number[]): TimeCell {
  const isTold = tookMs.length >= timesLeast;
  const sorted = isTold ? tookMs.toSorted((a, b) => a - b) : [];
  return {
    count: tookMs.length,
    medianHours: isTold ? toQuantileHours(sorted, 0.5) : null,
    p90Hours: isTold ? toQuantileHours(sorted, 0.9) : null,
  };
}

function toShares(row: Extract<FigureRow, { kind: "share" }>, { series, period }: Counted) {
  const [hits, of] = [series.sum(row.hits, period), series.sum(row.of, period)];
  const breakdowns = row.by.map((dimension): Breakdown<ShareCell> => {
    const hit = hits.by.get(dimension);
    const countHits = (words: readonly string[]): number => words.reduce((sum, word) => sum + (hit?.get(word) ?? 0), 0);
    const cells = [...(of.by.get(dimension) ?? [])].map(([word, size]) => ({ word, size }));
    const { kept, grouped }: Grouped = groupSmall(cells);
    return {
      dimension,
      cells: kept.map(({ word, size }) => ({ word, ...toShareCell(countHits([word]), size) })),
      grouped: grouped && { words: grouped.words.length, ...toShareCell(countHits(grouped.words), grouped.size) },
    };
  });
  return { ...toShareCell(hits.count, of.count), by: breakdowns };
}

function toShareCell(hits: number, of: number): ShareCell {
  return { hits, of, share: of === 0 ? null : hits / of, ...toWilsonInterval(hits, of) };
}
