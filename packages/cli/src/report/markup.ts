import type { Phrase } from "../words/phrase.ts";

declare const brand: unique symbol;
/** Text that is safe to stand in the page as it is. Only this file makes it. */
export type Markup = string & { readonly [brand]: true };

type Value = Markup | Phrase | number | PlainText | null | readonly Value[];
/** Text from outside, to be escaped. Wrapped, so that it cannot be taken for markup. */
export type PlainText = { readonly plain: string };

/**
 * A template whose gaps are safe: phrases stand in every language, of which the page shows one, text from outside is
 * escaped, lists are joined. Cost: linear in the text.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let page = parts[0] ?? "";
  values.forEach((value, index) => {
    page += toMarkup(value) + (parts[index + 1] ?? "");
  });
  return page as Markup;
}

export function plain(text: string): PlainText {
  return { plain: text };
}

/** A phrase inside SVG text, where a span cannot stand. */
export function inSvg(phrase: Phrase): Markup {
  if (phrase.en === phrase.zh) return escape(phrase.en);
  return `<tspan lang="en">${escape(phrase.en)}</tspan><tspan lang="zh-Hans">${escape(phrase.zh)}</tspan>` as Markup;
}

/** A phrase where only plain text can stand, such as an attribute: both languages, one after the other. */
export function inAttribute(phrase: Phrase): Markup {
  return escape(phrase.en === phrase.zh ? phrase.en : `${phrase.en} · ${phrase.zh}`);
}

export function escape(text: string): Markup {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, "\uFFFD")
    .replaceAll(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`) as Markup;
}

function toMarkup(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (isList(value)) return value.map(toMarkup).join("");
  if ("plain" in value) return escape(value.plain);
  if (value.en === value.zh) return escape(value.en);
  return `<span lang="en">${escape(value.en)}</span><span lang="zh-Hans">${escape(value.zh)}</span>`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
