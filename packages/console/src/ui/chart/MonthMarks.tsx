import { useFormat, useWords } from "../../app/context.tsx";
import { partWords } from "../words.ts";
import "./chart.css";
import "./marks.css";

export type Month = { readonly key: string; readonly label: string; readonly value: number; readonly against: number };

const [heightPx, headPx] = [150, 18];

/** A count by month, and as the darker foot of each column what of it speaks against it. */
export function MonthMarks({
  text,
  name,
  against,
  months,
}: {
  readonly text: string;
  readonly name: string;
  /** What the foot counts; null where nothing does. */
  readonly against: string | null;
  readonly months: readonly Month[];
}) {
  const words = useWords(partWords);
  const format = useFormat();
  const most = Math.max(1, ...months.map(({ value }) => value));
  const step = 100 / months.length;
  const toHeight = (value: number): number => (Math.min(value, most) / most) * (heightPx - headPx);
  return (
    <figure className="chart">
      <figcaption>{text}</figcaption>
      <svg className="chart-mark chart-months" width="100%" height={heightPx} aria-hidden="true">
        {months.map(({ key, value, against: foot }, i) => {
          const [x, height] = [i * step, toHeight(value)];
          return (
            <g key={key}>
              <rect
                className="chart-bar"
                x={`${x + step * 0.12}%`}
                width={`${step * 0.76}%`}
                y={heightPx - height}
                height={height}
              />
              <rect
                className="chart-against"
                x={`${x + step * 0.12}%`}
                width={`${step * 0.76}%`}
                y={heightPx - toHeight(foot)}
                height={toHeight(foot)}
              />
              <text x={`${x + step / 2}%`} y={heightPx - height - 4} textAnchor="middle">
                {format.number(value)}
              </text>
            </g>
          );
        })}
        <line className="chart-rule" x1="0" x2="100%" y1={heightPx - 0.5} y2={heightPx - 0.5} />
      </svg>
      <p className="marks-months" aria-hidden="true">
        <span>{months[0]?.label}</span>
        {months.length > 1 && <span>{months.at(-1)?.label}</span>}
      </p>
      <details className="small">
        <summary>{words.asTable}</summary>
        <div className="chart-table" tabIndex={0} role="region" aria-label={words.asTable}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{name}</th>
                {against !== null && <th scope="col">{against}</th>}
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.key}>
                  <th scope="row">{month.label}</th>
                  <td>{format.number(month.value)}</td>
                  {against !== null && <td>{format.number(month.against)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
