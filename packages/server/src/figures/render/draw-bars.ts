import { getFigureWords, type Figure, type FigureLanguage } from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import { pageWords } from "./page-words.ts";

const rowHeight = 24;
const labelWidth = 190;
const barWidth = 300;

/** Bars of one figure's cells, with the same in words below; nothing where there are none. */
export function drawBars(figure: Figure | undefined, dimension: string, language: FigureLanguage): Html {
  const bars = figure === undefined ? [] : listBars(figure, dimension, language);
  if (figure === undefined || bars.length === 0) return html``;
  const w = pageWords[language];
  const { name } = getFigureWords(figure.key, language);
  const most = Math.max(...bars.map(({ value }) => value));
  const words = w.chartOf(
    name,
    bars.map(({ label, told }) => `${label} ${told}`).join(language === "en" ? ", " : "、"),
  );
  const height = bars.length * rowHeight;
  return html`<figure>
    <svg
      viewBox="0 0 560 ${height}"
      width="100%"
      role="img"
      aria-label="${w.chartTitle(name)}"
      fill="currentColor"
      font-size="13"
    >
      ${bars.map(
        ({ label, value, told }, at) =>
          html`<text x="0" y="${at * rowHeight + 16}">${label}</text
            ><rect
              x="${labelWidth}"
              y="${at * rowHeight + 4}"
              width="${most === 0 ? 0 : Math.round((value / most) * barWidth)}"
              height="14"
              opacity="0.6"
            /><text
              x="${labelWidth + 6 + (most === 0 ? 0 : Math.round((value / most) * barWidth))}"
              y="${at * rowHeight + 16}"
              >${told}</text
            >`,
      )}
    </svg>
    <figcaption>${words}</figcaption>
  </figure> `;
}

type Bar = { readonly label: string; readonly value: number; readonly told: string };

function listBars(figure: Figure, dimension: string, language: FigureLanguage): readonly Bar[] {
  if (figure.kind === "stock" || figure.kind === "time") return [];
  const { grouped: label } = pageWords[language];
  const breakdown = figure.by.find((one) => one.dimension === dimension);
  if (breakdown === undefined) return [];
  const cells = [...breakdown.cells, ...(breakdown.grouped === null ? [] : [{ ...breakdown.grouped, word: label }])];
  return cells.map((cell): Bar => {
    if ("share" in cell) {
      return {
        label: cell.word,
        value: cell.share ?? 0,
        told: `${((cell.share ?? 0) * 100).toFixed(1)}% (${cell.hits}/${cell.of})`,
      };
    }
    return { label: cell.word, value: cell.count, told: String(cell.count) };
  });
}
