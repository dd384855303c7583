import { useFormat } from "../../app/context.tsx";
import "./chart.css";
import "./marks.css";

export type Share = {
  readonly key: string;
  readonly label: string;
  /** Null: there was nothing to take a share of. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  readonly told: string;
};

const ticks = [0, 0.25, 0.5, 0.75, 1] as const;

/** Shares of a whole as dots, each with its 95% interval as a line, on one scale from none to all. */
export function ShareMarks({ text, shares }: { readonly text: string; readonly shares: readonly Share[] }) {
  const format = useFormat();
  return (
    <figure className="chart">
      <figcaption>{text}</figcaption>
      <ol className="marks">
        {shares.map(({ key, label, share, low, high, told }) => (
          <li key={key}>
            <span>{label}</span>
            <span className="marks-told">{told}</span>
            <svg className="chart-mark" width="100%" height="18" aria-hidden="true">
              {ticks.map((tick) => (
                <line key={tick} className="chart-rule" x1={at(tick)} x2={at(tick)} y1="0" y2="18" />
              ))}
              {share !== null && (
                <>
                  <line className="chart-interval" x1={at(low)} x2={at(high)} y1="9" y2="9" />
                  <circle className="chart-dot" cx={at(share)} cy="9" r="5" />
                </>
              )}
            </svg>
          </li>
        ))}
      </ol>
      <p className="marks-scale" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetInlineStart: at(tick) }}>
            {format.percent(tick)}
          </span>
        ))}
      </p>
    </figure>
  );
}

/** Half a dot's width is kept free at both ends. */
function at(share: number): string {
  return `${1 + share * 98}%`;
}
