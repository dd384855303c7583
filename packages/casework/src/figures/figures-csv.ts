import { listFigureLines } from "./figure-lines.ts";
import { getFigureWords, type FigureLanguage } from "./figure-words.ts";
import type { Figures } from "./figures.ts";

const columns = [
  "figure",
  "kind",
  "name",
  "dimension",
  "cell",
  "from",
  "to",
  "count",
  "hits",
  "of",
  "share",
  "low",
  "high",
  "median_hours",
  "p90_hours",
  "definition",
] as const;

/** RFC 4180, UTF-8: one line for each figure and each of its cells, with its definition. */
export function toFiguresCsv(figures: Figures, language: FigureLanguage): string {
  const { from, to } = toMonths(figures);
  const rows = listFigureLines(figures, language).map((line) => [
    line.key,
    line.kind,
    line.name,
    line.dimension,
    line.cell,
    from,
    to,
    line.count,
    line.hits,
    line.of,
    toShare(line.share),
    toShare(line.low),
    toShare(line.high),
    line.medianHours,
    line.p90Hours,
    getFigureWords(line.key, language).definition,
  ]);
  return [columns, ...rows].map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

/** The first and the last month that are meant; empty where nothing was ever counted. */
export function toMonths({ period, span }: Figures): { readonly from: string; readonly to: string } {
  return { from: period.from ?? span?.first ?? "", to: period.to ?? span?.last ?? "" };
}

function toShare(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}

function toCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
