import type { FigureKey } from "./figure-table.ts";
import { getFigureWords, type FigureLanguage } from "./figure-words.ts";
import type { Figure, Figures } from "./figures.ts";

/** One line of a table: a figure, or one cell of it. */
export type FigureLine = {
  readonly key: FigureKey;
  readonly kind: Figure["kind"];
  readonly name: string;
  /** By what it is told apart; empty: the whole figure. */
  readonly dimension: string;
  /** The cell; `(grouped)`: cells under ten, together. */
  readonly cell: string;
  readonly count: number | null;
  readonly hits: number | null;
  readonly of: number | null;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
};

export const groupedCell = "(grouped)";

const nothing = {
  count: null,
  hits: null,
  of: null,
  share: null,
  low: null,
  high: null,
  medianHours: null,
  p90Hours: null,
} as const;

/** All figures as lines, in the order of their table. */
export function listFigureLines({ figures }: Figures, language: FigureLanguage): readonly FigureLine[] {
  return figures.flatMap((figure): readonly FigureLine[] => {
    const { key, kind } = figure;
    const line = { key, kind, name: getFigureWords(key, language).name, ...nothing };
    const { by, ...whole } = figure.kind === "stock" ? { ...figure, by: [] } : figure;
    const cells = by.flatMap(({ dimension, cells: kept, grouped }): readonly FigureLine[] => [
      ...kept.map(({ word, ...cell }) => ({ ...line, ...cell, dimension, cell: word })),
      ...(grouped === null ? [] : [{ ...line, ...grouped, dimension, cell: groupedCell }]),
    ]);
    return [{ ...line, ...whole, dimension: "", cell: "" }, ...cells];
  });
}
