import { html, type Html } from "../../access/pages/html.ts";
import { toDocument } from "../../access/pages/views/document.ts";
import { letterLanguages, type LetterLanguage } from "../../casework/notices/letters/letter.ts";
import type { Words } from "../words/en.ts";
import { words } from "../words/words.ts";

/** What every page is drawn with. */
export type View = {
  readonly language: LetterLanguage;
  readonly words: Words;
  /** Where this page stands, without a query: forms come back to it, and the other language is had from it. */
  readonly path: string;
  /** Other pages, for whoever wants to go on. */
  readonly links: readonly PageLink[];
  /** The address under which the ledger is published. */
  readonly log: string;
};
export type PageLink = "report" | "statements" | "check" | "claims";

/** An address of ours in the language of the page. No cookie keeps it: the address does. */
export function toHref(path: string, language: LetterLanguage, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ ...more, lang: language }).toString()}`;
}

export function toPage(view: View, { title, body }: { readonly title: string; readonly body: Html }): string {
  const { language, words: w, path, links } = view;
  return toDocument({
    language,
    title: `${title} · ${w.product}`,
    head: html`<meta name="robots" content="noindex, nofollow, noarchive" />`,
    header: html`<a class="skip" href="#main">${w.skip}</a>
      <p>${w.product}</p>
      <nav aria-label="${w.languages}">
        ${letterLanguages
          .filter((other) => other !== language)
          .map(
            (other) =>
              html`<a href="${toHref(path, other)}" lang="${other}" hreflang="${other}"
                >${words[other].languageName}</a
              >`,
          )}
      </nav>`,
    main: html`<h1>${title}</h1>
      ${body}`,
    footer:
      links.length > 0 &&
      html`<nav aria-label="${w.pages}">
        ${links.map((link) => html`<a href="${toHref(`/${link}`, language)}">${w[link]}</a> `)}
      </nav>`,
  });
}

/** A form that comes back to us in the language of the page. */
export function toForm({ language }: View, action: string, body: Html): Html {
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="lang" value="${language}" />
    ${body}
  </form>`;
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** What is wrong with it; null where nothing is. */
  readonly fault?: string | null;
  readonly isNeeded?: boolean;
  /** In brackets behind the label; whether it is needed unless given. */
  readonly mark?: string;
  readonly lengthMax: number;
};

/** Label, hint and fault, in the order in which they are read. */
function toCaption(view: View, { name, label, hint, fault, isNeeded, mark }: Omit<Field, "lengthMax">): Html {
  const { words: w } = view;
  return html`<label for="${name}"
      >${label} <span class="hint inline">(${mark ?? (isNeeded === true ? w.required : w.mayBeLeft)})</span></label
    >
    ${hint !== undefined && html`<span class="hint" id="${name}-hint">${hint}</span>`}
    ${fault != null && html`<span class="fault" id="${name}-fault">${fault}</span>`}`;
}

function toDescribed({ name, hint, fault }: Pick<Field, "name" | "hint" | "fault">): Html | false {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(fault == null ? [] : [`${name}-fault`])];
  return ids.length > 0 && html` aria-describedby="${ids.join(" ")}"${fault != null && html` aria-invalid="true"`}`;
}

export function toTextArea(view: View, field: Field & { readonly rows: number }): Html {
  const { name, value = "", rows, lengthMax, isNeeded } = field;
  return html`<div class="field">
    ${toCaption(view, field)}
    <textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      maxlength="${lengthMax}"
      ${toDescribed(field)}${isNeeded === true && html` required`}
    >
${value}</textarea>
  </div>`;
}

export function toInput(
  view: View,
  field: Field & { readonly type: "text" | "email"; readonly autocomplete: string },
): Html {
  const { name, type, value = "", autocomplete, lengthMax, isNeeded } = field;
  return html`<div class="field">
    ${toCaption(view, field)}
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="${lengthMax}"
      ${toDescribed(field)}${isNeeded === true && html` required`}
    />
  </div>`;
}

export function toSelect(
  view: View,
  field: Omit<Field, "lengthMax"> & { readonly options: readonly (readonly [value: string, label: string])[] },
): Html {
  const { name, value = "", options, isNeeded } = field;
  return html`<div class="field">
    ${toCaption(view, field)}
    <select id="${name}" name="${name}" ${toDescribed(field)}${isNeeded === true && html` required`}>
      <option value="">${view.words.choose}</option>
      ${options.map(
        ([option, label]) => html`<option value="${option}" ${option === value && html` selected`}>${label}</option>`,
      )}
    </select>
  </div>`;
}

export function toButton(label: string): Html {
  return html`<button type="submit">${label}</button>`;
}

/** Text as somebody wrote it, with its lines. */
export function toText(text: string): Html {
  return html`<p class="written">${text}</p>`;
}

/** Names and values beside each other. */
export function toFacts(facts: readonly (readonly [name: string, value: Html | string])[]): Html {
  return html`<dl>
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
