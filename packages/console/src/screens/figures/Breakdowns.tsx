import type { Breakdown as CellsBy, Figure } from "@breakwater/casework";
import type { ReactNode } from "react";
import { useFormat, useWords } from "../../app/context.tsx";
import { BarMarks } from "../../ui/chart/BarMarks.tsx";
import { ShareMarks } from "../../ui/chart/ShareMarks.tsx";
import { nameOf } from "../../words/terms.ts";
import { toCellName } from "./cell-name.ts";
import { tellShare, tellTime } from "./tell-value.ts";
import { dimensionNames } from "./words/dimensions.ts";
import { figuresWords } from "./words/table.ts";

/** A figure told apart by one thing; what is under ten stands together, and says so. `text` says what is seen. */
export function Breakdown({
  figure,
  dimension,
  text,
}: {
  readonly figure: Figure;
  readonly dimension: string;
  readonly text: string;
}) {
  const words = useWords(figuresWords);
  const chart = useChart(figure, dimension, text);
  if (chart === null) return <p className="quiet">{words.noneYet}</p>;
  const isGrouped =
    figure.kind !== "stock" && figure.by.some((one) => one.dimension === dimension && one.grouped !== null);
  return (
    <div className="figure-breakdown">
      {chart}
      {isGrouped && <p className="quiet small">{words.groupedHint}</p>}
    </div>
  );
}

function useChart(figure: Figure, dimension: string, text: string): ReactNode {
  const words = useWords(figuresWords);
  const format = useFormat();
  const telling = { format, words };
  const names = {
    cell: (word: string) => toCellName(dimension, word, format.language),
    group: (n: number) => words.grouped(format.number(n), n),
  };
  switch (figure.kind) {
    case "stock":
      return null;
    case "share": {
      const cells = listCells(figure.by, dimension, names);
      const shares = cells.map(({ cell, ...named }) => ({ ...named, ...cell, told: tellShare(cell, telling) }));
      return shares.length === 0 ? null : <ShareMarks text={text} shares={shares} />;
    }
    case "time": {
      const cells = listCells(figure.by, dimension, names);
      const bars = cells.map(({ cell, ...named }) => ({ ...named, value: cell.count, told: tellTime(cell, telling) }));
      return bars.length === 0 ? null : <BarMarks text={text} bars={bars} />;
    }
    case "count":
    case "zero": {
      const cells = listCells(figure.by, dimension, names);
      const bars = cells.map(({ cell: { count }, ...named }) => ({
        ...named,
        value: count,
        told: format.number(count),
      }));
      return bars.length === 0 ? null : <BarMarks text={text} bars={bars} />;
    }
  }
}

type Names = { readonly cell: (word: string) => string; readonly group: (words: number) => string };

/** The cells of one dimension by their names, what was grouped last. */
function listCells<Cell>(by: readonly CellsBy<Cell>[], dimension: string, names: Names) {
  const found = by.find((one) => one.dimension === dimension);
  if (found === undefined) return [];
  const cells = found.cells.map((cell) => ({ key: cell.word, label: names.cell(cell.word), cell: cell as Cell }));
  if (found.grouped === null) return cells;
  return [...cells, { key: "", label: names.group(found.grouped.words), cell: found.grouped as Cell }];
}

/** Everything by which a figure is told apart. */
export function Breakdowns({ figure }: { readonly figure: Figure }) {
  const words = useWords(figuresWords);
  const names = useWords(dimensionNames);
  if (figure.kind === "stock" || figure.by.length === 0) return null;
  const filled = figure.by.filter(({ cells, grouped }) => cells.length > 0 || grouped !== null);
  return (
    <div className="figure-breakdowns">
      {filled.map(({ dimension }) => (
        <Breakdown key={dimension} figure={figure} dimension={dimension} text={words.by(nameOf(names, dimension))} />
      ))}
    </div>
  );
}
