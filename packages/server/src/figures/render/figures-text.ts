import { groupedCell, listFigureLines, type FigureLanguage, type FigureLine, type Figures } from "@breakwater/casework";
import { pageWords } from "./page-words.ts";

/** A table for a terminal: what was counted at all, each beside its cells. `isWhole`: also what was never counted. */
export function toFiguresText(
  figures: Figures,
  { language, isWhole }: { language: FigureLanguage; isWhole: boolean },
): string {
  const lines = listFigureLines(figures, language).filter((line) => isWhole || isCounted(line));
  return lines.map((line) => toLine(line, language)).join("");
}

function isCounted({ kind, count, of }: FigureLine): boolean {
  return kind === "zero" || (count ?? of ?? 0) !== 0;
}

function toLine(line: FigureLine, language: FigureLanguage): string {
  const { dimension, cell, name } = line;
  const told = cell === groupedCell ? pageWords[language].grouped : cell;
  const label = dimension === "" ? name : `    ${dimension}: ${told}`;
  return `${padTo(label, 52)} ${toValue(line, language)}\n`;
}

/** What a figure says, in one short phrase. */
export function toValue(line: FigureLine, language: FigureLanguage): string {
  const words = pageWords[language];
  switch (line.kind) {
    case "share":
      if (line.share === null) return words.nothingToShare;
      return `${toPercent(line.share)} (${line.hits}/${line.of}; ${toPercent(line.low ?? 0)}–${toPercent(line.high ?? 1)})`;
    case "time":
      if (line.medianHours === null) return words.fewTimes(line.count ?? 0);
      return words.times({ count: line.count ?? 0, median: line.medianHours, p90: line.p90Hours ?? 0 });
    default:
      return String(line.count ?? 0);
  }
}

function toPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** Chinese characters take two columns. */
function padTo(text: string, columns: number): string {
  const width = text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);
  return text + " ".repeat(Math.max(0, columns - width));
}
