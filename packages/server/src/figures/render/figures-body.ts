import {
  figureKeys,
  figureSections,
  getFigureRow,
  getFigureWords,
  listFigureLines,
  toMonths,
  type FigureKey,
  type FigureLanguage,
  type FigureLine,
  type Figures,
} from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import { drawBars } from "./draw-bars.ts";
import { toValue } from "./figures-text.ts";
import { pageWords } from "./page-words.ts";

const charts: readonly (readonly [FigureKey, string])[] = [
  ["measures_applied", "level"],
  ["appeals_decided", "outcome"],
  ["decision_error_rate", "language"],
];

/**
 * Figures for people: what must be 0 first, each count beside what speaks against it, each with its definition, charts with the same in
 * words, and what is not known. What was never counted is left out; it stands in the data.
 */
export function renderFiguresBody(
  figures: Figures,
  { language, source }: { language: FigureLanguage; source: Html },
): Html {
  const w = pageWords[language];
  const lines = listFigureLines(figures, language);
  const wholes = new Map(lines.filter(({ dimension }) => dimension === "").map((line) => [line.key, line]));
  const { from, to } = toMonths(figures);
  if (figures.span === null)
    return html`<p>${w.empty}</p>
      ${source}`;
  const zeros = figureKeys.filter((key) => getFigureRow(key).kind === "zero");
  return html`<p>${w.period(from, to)}</p>
    ${source}
    <h2>${w.groups.must}</h2>
    ${renderTable(zeros, { wholes, language })}
    ${figureSections.map(({ name, keys }) => {
      const shown = keys.filter((key) => isShown(wholes.get(key)));
      return shown.length === 0
        ? null
        : html`<h2>${w.groups[name]}</h2>
            ${renderTable(shown, { wholes, language })}`;
    })}
    ${charts.map(([key, dimension]) =>
      drawBars(
        figures.figures.find((figure) => figure.key === key),
        dimension,
        language,
      ),
    )}
    <h2>${w.unknown}</h2>
    <ul>
      ${w.unknowns.map((text) => html`<li>${text}</li>`)}
    </ul>
    <p>${w.contact}</p>`;
}

type Shown = { readonly wholes: ReadonlyMap<FigureKey, FigureLine>; readonly language: FigureLanguage };

function renderTable(keys: readonly FigureKey[], { wholes, language }: Shown): Html {
  const w = pageWords[language];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${w.figure}</th>
        <th scope="col">${w.value}</th>
        <th scope="col">${w.beside}</th>
      </tr>
    </thead>
    <tbody>
      ${keys.map((key) => {
        const line = wholes.get(key);
        if (line === undefined) return null;
        const { name, definition } = getFigureWords(key, language);
        const beside = listBeside(key).flatMap((other) => {
          const found = wholes.get(other);
          return found === undefined ? [] : [`${found.name}: ${toValue(found, language)}`];
        });
        return html`<tr>
          <th scope="row">${name}<br /><small class="faint">${definition}</small></th>
          <td>${toValue(line, language)}</td>
          <td>${beside.join("; ")}</td>
        </tr> `;
      })}
    </tbody>
  </table>`;
}

function listBeside(key: FigureKey): readonly FigureKey[] {
  const row = getFigureRow(key);
  return row.kind === "count" ? row.beside : [];
}

function isShown(line: FigureLine | undefined): boolean {
  return line !== undefined && line.kind !== "zero" && (line.count ?? line.of ?? 0) !== 0;
}
