import { lazy, Suspense } from "react";
import { useConsole, useFormat, usePreferenceStore, useWords } from "../../app/context.tsx";
import { partWords } from "../words.ts";
import type { Marked } from "./RateLines.tsx";
import "./chart.css";

export type Rate = {
  /** Start of the first step, milliseconds since 1970 UTC. */
  readonly from: number;
  readonly stepMs: number;
  /** Actions in each step. */
  readonly observed: readonly number[];
  /** Null where nothing can be expected. */
  readonly expected: readonly (number | null)[];
};

const Lines = lazy(async () => ({ default: (await import("./RateLines.tsx")).RateLines }));
const rowsMax = 200;

/** What was observed against what the usual rhythm would bring. `text` says the same in a sentence; the figures can be had as a table. */
export function RateChart({ text, markAt = null, ...rate }: Rate & Marked & { readonly text: string }) {
  const words = useWords(partWords);
  const format = useFormat();
  const { theme } = usePreferenceStore(useConsole().preferences);
  const toExpected = (value: number | null | undefined): string =>
    typeof value === "number" ? format.figure(value) : "–";
  return (
    <figure className="chart">
      <figcaption>{text}</figcaption>
      <p className="chart-keys small">
        <span data-line="observed">{words.observed}</span> <span data-line="expected">{words.expected}</span>
      </p>
      <div className="chart-plot" aria-hidden="true">
        <Suspense>
          <Lines key={theme} {...rate} markAt={markAt} />
        </Suspense>
      </div>
      <details className="small">
        <summary>{words.asTable}</summary>
        <div className="chart-table" tabIndex={0} role="region" aria-label={words.asTable}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.observed}</th>
                <th scope="col">{words.expected}</th>
              </tr>
            </thead>
            <tbody>
              {rate.observed.slice(-rowsMax).map((observed, i) => {
                const step = Math.max(0, rate.observed.length - rowsMax) + i;
                return (
                  <tr key={step}>
                    <th scope="row">{format.dateTime(rate.from + step * rate.stepMs)}</th>
                    <td>{format.number(observed)}</td>
                    <td>{toExpected(rate.expected[step])}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
