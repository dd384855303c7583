import "./chart.css";
import "./marks.css";

export type Bar = { readonly key: string; readonly label: string; readonly value: number; readonly told: string };

/** Counts as bars, each with its name and number on it. `text` says the same in a sentence. */
export function BarMarks({ text, bars }: { readonly text: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <figure className="chart">
      <figcaption>{text}</figcaption>
      <ol className="marks">
        {bars.map(({ key, label, value, told }) => (
          <li key={key}>
            <span>{label}</span>
            <span className="marks-told">{told}</span>
            <svg className="chart-mark" width="100%" height="8" aria-hidden="true">
              <line className="chart-rule" x1="0" x2="100%" y1="7.5" y2="7.5" />
              <rect className="chart-bar" width={`${most === 0 ? 0 : (value / most) * 100}%`} height="7" />
            </svg>
          </li>
        ))}
      </ol>
    </figure>
  );
}
