import type { Verdict } from "@breakwater/claims";
import { html, type Html } from "../../access/pages/html.ts";
import { toError } from "../../access/pages/views/layout.ts";
import type { CheckAnswer } from "../../claims/check/check-answer.ts";
import { verdictWords } from "../../claims/verdict-words.ts";
import { limits } from "../limits.ts";
import { toButton, toForm, toPage, toTextArea, type View } from "./layout.ts";

export type CheckSight = {
  readonly text: string;
  readonly error: string | null;
  /** Null before anything was asked. */
  readonly found: { readonly matches: CheckAnswer["matches"]; readonly isExposing: boolean } | null;
};

export function showCheck(view: View, { text, error, found }: CheckSight): string {
  const { words: w, path } = view;
  return toPage(view, {
    title: w.check,
    body: html`<p>${w.checkIntro}</p>
      ${found !== null && toFound(view, found)}
      ${toForm(
        view,
        path,
        html`${toError(error)}
        ${toTextArea(view, {
          name: "text",
          label: w.text,
          value: text,
          rows: 8,
          lengthMax: limits.checkMax,
          isNeeded: true,
        })}
        ${toButton(w.checkNow)}`,
      )}`,
  });
}

function toFound({ words: w, language }: View, { matches, isExposing }: NonNullable<CheckSight["found"]>): Html {
  return html`<div role="status">
    ${isExposing && html`<p class="error">${w.exposed}</p>`}
    ${matches.length === 0 && html`<p class="notice">${w.nothingFound}</p>`}
    ${
      matches.length > 0 &&
      html`<h2>${w.found}</h2>
        <ul>
          ${matches.map(
            ({ entry, relation }) =>
              html`<li>
                <p class="written">${entry.claim}</p>
                <p>
                  <strong>${w.finding}: ${verdictWords[entry.verdict as Verdict][language]}.</strong>
                  ${w.relations[relation]}
                </p>
                ${entry.url !== null && html`<p><a href="${entry.url}" rel="noreferrer">${w.readMore}</a></p>`}
              </li>`,
          )}
        </ul>`
    }
  </div>`;
}
