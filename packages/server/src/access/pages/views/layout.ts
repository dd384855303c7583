import type { Language } from "../../ports/person-store.ts";
import { html, type Html } from "../html.ts";
import { languages, words } from "../words/words.ts";
import type { Words } from "../words/en.ts";
import { toDocument } from "./document.ts";

/** What every page is drawn with. */
export type View = {
  readonly language: Language;
  readonly words: Words;
  /** Goes into every form: says that it was made here, for this browser. */
  readonly formToken: string;
  /** This page in another language; null where it was the answer to a form and cannot be had again. */
  readonly toLanguage: ((language: Language) => string) | null;
};

export function toPage(view: View, { title, body }: { readonly title: string; readonly body: Html }): string {
  const { language, words: w, toLanguage } = view;
  return toDocument({
    language,
    title: `${title} · ${w.product}`,
    head: null,
    header: html`<p>${w.product}</p>
      ${
        toLanguage &&
        html`<nav aria-label="${w.languages}">
          ${languages
            .filter((other) => other !== language)
            .map(
              (other) =>
                html`<a href="${toLanguage(other)}" lang="${other}" hreflang="${other}"
                  >${words[other].languageName}</a
                >`,
            )}
        </nav>`
      }`,
    main: html`<h1>${title}</h1>
      ${body}`,
    footer: null,
  });
}

/** What went wrong, told to screen readers at once. */
export function toError(text: string | null): Html {
  return text === null ? html`` : html`<p class="error" role="alert" id="error">${text}</p>`;
}

export function toNotice(text: string | null): Html {
  return text === null ? html`` : html`<p class="notice" role="status">${text}</p>`;
}

/** A form that comes back to us with its token. */
export function toForm(
  view: View,
  {
    action,
    body,
    hidden = {},
  }: { readonly action: string; readonly body: Html; readonly hidden?: Readonly<Record<string, string>> },
): Html {
  const fields = Object.entries({ form: view.formToken, ...hidden });
  return html`<form method="post" action="${action}">
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)} ${body}
  </form>`;
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "password";
  readonly autocomplete: string;
  readonly value?: string;
  readonly isCode?: boolean;
  readonly isFirst?: boolean;
};

export function toField({ name, label, hint, type = "text", autocomplete, value = "", isCode, isFirst }: Field): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<span class="hint" id="${name}-hint">${hint}</span>`}
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete}"
      required
      maxlength="300"
      ${
        hint !== undefined && html` aria-describedby="${name}-hint"`
      }${type === "text" && html` autocapitalize="none" spellcheck="false"`}${isCode === true && html` class="code"`}${
        isFirst === true && html` autofocus`
      }
    />
  </div>`;
}

export function toChoice({
  name,
  value,
  label,
  isChosen = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen?: boolean;
}): Html {
  return html`<label class="choice"
    ><input type="checkbox" name="${name}" value="${value}" ${isChosen && html` checked`} />
    <span>${label}</span></label
  > `;
}

/** To the minute, in UTC: sessions and tokens are told by time alone. */
export function toTime(at: number): Html {
  const text = new Date(at).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 16).replace("T", " ")} UTC</time>`;
}

export function toDay(at: number): Html {
  const day = new Date(at).toISOString().slice(0, 10);
  return html`<time datetime="${day}">${day}</time>`;
}
