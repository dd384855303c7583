import type { effect } from "@breakwater/contract";
import type { z } from "zod";
import { html, type Html } from "../../access/pages/html.ts";
import { toDocument } from "../../access/pages/views/document.ts";
import { cast, castNames } from "../staff.ts";
import type { Letter } from "./carry-out.ts";
import { demoWords, type DemoLanguage, type DemoWords } from "./words.ts";

export type PlatformView = {
  readonly language: DemoLanguage;
  /** Where the page stands, with its key. */
  readonly path: string;
  /** Whether people of the demo may be signed in from here. */
  readonly isOpen: boolean;
  readonly letters: readonly Letter[];
  readonly effects: readonly z.output<typeof effect>[];
};

/** The page of the demo's platform: who can be signed in, what accounts were told, what was carried out. */
export function showPlatform(view: PlatformView): string {
  const w = demoWords[view.language];
  return frame(
    view.language,
    w,
    html`<p>${w.intro}</p>
      <h2>${w.staff}</h2>
      ${view.isOpen ? showStaff(view, w) : html`<p>${w.doorShut}</p>`}
      <h2>${w.letters}</h2>
      ${showLetters(view, w)}
      <h2>${w.effects}</h2>
      ${showEffects(view, w)}
      <p><a href="${view.path}?lang=${view.language}">${w.refresh}</a></p>`,
    html`<p>
      <a href="${view.path}?lang=${view.language === "en" ? "zh-Hans" : "en"}">${w.other}</a>
    </p>`,
  );
}

export function showNothing(language: DemoLanguage): string {
  const w = demoWords[language];
  return frame(language, w, html`<p>${w.notHere}</p>`, html``);
}

function frame(language: DemoLanguage, w: DemoWords, body: Html, header: Html): string {
  return toDocument({
    language,
    title: w.title,
    head: null,
    header,
    main: html`<h1>${w.title}</h1>
      ${body}`,
    footer: null,
  });
}

function showStaff({ path }: PlatformView, w: DemoWords): Html {
  return html`<p>${w.staffIntro}</p>
    <table>
      <tbody>
        ${castNames.map(
          (who) =>
            html`<tr>
              <td>${w.errands[who]}</td>
              <td>
                <form method="post" action="${path}/sign-in">
                  <button name="who" value="${who}">${w.signIn(cast[who].name)}</button>
                </form>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function showLetters({ letters, language }: PlatformView, w: DemoWords): Html {
  if (letters.length === 0) return html`<p>${w.noLetters}</p>`;
  return html`<p>${w.lettersIntro}</p>
    <table>
      <thead>
        <tr>
          <th>${w.account}</th>
          <th>${w.told}</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${letters.map(
          ({ account, subjects, kind, link }) =>
            html`<tr>
              <td>${account}</td>
              <td>${subjects[language] ?? kind}</td>
              <td><a href="${link}?lang=${language}">${w.open}</a></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function showEffects({ effects }: PlatformView, w: DemoWords): Html {
  if (effects.length === 0) return html`<p>${w.noEffects}</p>`;
  return html`<table>
    <thead>
      <tr>
        <th>${w.effect}</th>
        <th>${w.target}</th>
        <th>${w.state}</th>
      </tr>
    </thead>
    <tbody>
      ${effects.map(
        ({ kind, type, target, state }) =>
          html`<tr>
            <td>${w.orders[kind]}: ${w.measures[type] ?? type}</td>
            <td>${target.id}</td>
            <td>${w.states[state]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
