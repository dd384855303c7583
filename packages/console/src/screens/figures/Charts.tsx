import type { Figure, FigureKey, Figures } from "@breakwater/casework";
import { useWords } from "../../app/context.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Breakdown } from "./Breakdowns.tsx";
import { toSize } from "./known-figures.ts";
import { figuresWords } from "./words/table.ts";

/** What a reader asks first: how right detectors are, whom errors hit, what was done. */
export function Charts({ figures }: { readonly figures: Figures }) {
  const words = useWords(figuresWords);
  const find = (key: FigureKey): Figure | null => figures.figures.find((figure) => figure.key === key) ?? null;
  const charts = [
    ["detector_precision_by_family", "family", words.precision, words.precisionText],
    ["detector_precision_by_version", "version", words.versions, words.versionsText],
    ["decision_error_rate", "language", words.errors, words.errorsText],
    ["appeal_reversal_share", "language", words.reversals, words.reversalsText],
    ["measures_applied", "level", words.measures, words.measuresText],
  ] as const;
  return (
    <Sheet title={words.charts}>
      <div className="figure-charts">
        {charts.map(([key, dimension, title, text]) => {
          const figure = find(key);
          return (
            <section key={key} aria-label={title}>
              <h3>{title}</h3>
              {figure === null || toSize(figure) === 0 ? (
                <p className="quiet">{words.noneYet}</p>
              ) : (
                <Breakdown figure={figure} dimension={dimension} text={text} />
              )}
            </section>
          );
        })}
      </div>
    </Sheet>
  );
}
