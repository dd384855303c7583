import type { Entry } from "@breakwater/claims";
import { html, type Html } from "../../access/pages/html.ts";
import { toError, toNotice } from "../../access/pages/views/layout.ts";
import { toLocalDay } from "../../casework/notices/letters/letter.ts";
import type { PublicClaim, PublicStep } from "../../claims/desk/public-claims.ts";
import { shorten } from "../../claims/check/prompts.ts";
import { verdictWords } from "../../claims/verdict-words.ts";
import { limits } from "../limits.ts";
import { toButton, toFacts, toForm, toHref, toPage, toText, toTextArea, type View } from "./layout.ts";

/** What a reader wrote, and what is wrong with it, when the form comes back. */
export type Asking = { readonly text: string; readonly error: string | null };

export function showClaims(
  view: View,
  { entries, next }: { readonly entries: readonly Entry[]; readonly next: string | null },
): string {
  const { words: w, language, path } = view;
  return toPage(view, {
    title: w.claims,
    body: html`<p>${w.claimsIntro}</p>
      ${entries.length === 0 && html`<p>${w.noClaims}</p>`}
      <ul>
        ${entries.map(
          ({ id, claim, verdict, status, origin, url }) =>
            html`<li>
              <p class="written">${shorten(claim)}</p>
              <p>
                <strong>${verdictWords[verdict][language]}</strong
                >${status === "corrected" && html` · ${w.wasCorrected}`} ·
                ${
                  origin === "own"
                    ? html`<a href="${toHref(`/claims/${encodeURIComponent(id)}`, language)}">${w.readClaim}</a>`
                    : html`<a href="${url ?? ""}" rel="noreferrer">${w.readElsewhere}</a>`
                }
              </p>
            </li>`,
        )}
      </ul>
      ${next !== null && html`<p><a href="${toHref(path, language, { after: next })}">${w.older}</a></p>`}`,
  });
}

export function showClaim(view: View, item: PublicClaim, { text, error }: Asking): string {
  const { words: w, language, path } = view;
  const { claim, title, verdict, explanation, rightOfReply, url, sources, isWithdrawn, steps } = item;
  return toPage(view, {
    title: title ?? w.claim,
    body: html`${isWithdrawn && toNotice(w.withdrawnClaim)}
      ${toFacts([
        [w.claim, claim],
        [w.finding, isWithdrawn ? w.withdrawnFinding : verdictWords[verdict][language]],
      ])}
      ${!isWithdrawn && explanation !== null && toText(explanation)}
      ${!isWithdrawn && url !== null && html`<p><a href="${url}" rel="noreferrer">${w.readMore}</a></p>`}
      ${
        !isWithdrawn &&
        rightOfReply !== null &&
        html`<h2>${w.rightOfReply}</h2>
          ${toText(rightOfReply)}`
      }
      ${!isWithdrawn && toSources(view, sources)}
      <h2>${w.steps}</h2>
      <ul>
        ${steps.map((step) => html`<li>${toStep(view, step)}</li>`)}
      </ul>
      ${
        !isWithdrawn &&
        html`<h2>${w.correction}</h2>
          <p>${w.correctionIntro}</p>
          ${toForm(
            view,
            path,
            html`${toError(error)}
            ${toTextArea(view, {
              name: "text",
              label: w.correctionText,
              hint: w.correctionHint,
              value: text,
              rows: 6,
              lengthMax: limits.correctionMax,
              isNeeded: true,
            })}
            ${toButton(w.send)}`,
          )}`
      }
      <p><a href="${toHref("/claims", language)}">${w.claims}</a></p>`,
  });
}

function toSources({ words: w }: View, sources: PublicClaim["sources"]): Html | false {
  return (
    sources.length > 0 &&
    html`<h2>${w.sources}</h2>
      <ul>
        ${sources.map(({ text, publisher }) => html`<li>${text}${publisher !== null && html` (${publisher})`}</li>`)}
      </ul>`
  );
}

function toStep({ words: w, language }: View, { kind, at, verdict, reason }: PublicStep): Html {
  const what =
    kind === "withdrawn" ? w.stepNames.withdrawn : w.stepWith(w.stepNames[kind], verdictWords[verdict][language]);
  return html`${toLocalDay(at, language)} · ${what}${reason !== null && html` · ${reason}`}`;
}
