export const langs = ["en", "zh"] as const;
export type Lang = (typeof langs)[number];

/** The same thing said in every language that we speak. */
export type Phrase = Readonly<Record<Lang, string>>;

/** What may stand in a gap of a phrase. Numbers are grouped by thousands; a phrase takes its own language's form. */
export type Param = string | number | Phrase;
export type Params = Readonly<Record<string, Param>>;

/** Fills the gaps of a phrase: `{name}` with a value, `{name|one|many}` with the word that the number asks for. */
export function fillPhrase(phrase: Phrase, params: Params): Phrase {
  return { en: fill(phrase.en, "en", params), zh: fill(phrase.zh, "zh", params) };
}

/** A phrase that reads the same everywhere: a name, an id, a number. */
export function toPhrase(value: string | number): Phrase {
  const text = typeof value === "number" ? toGrouped(value) : value;
  return { en: text, zh: text };
}

export function joinPhrases(phrases: readonly Phrase[]): Phrase {
  return { en: phrases.map((phrase) => phrase.en).join(", "), zh: phrases.map((phrase) => phrase.zh).join("、") };
}

/** Whole numbers as 12,345; others with three significant digits. */
export function toGrouped(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  return Number(value.toPrecision(3)).toString();
}

function fill(text: string, lang: Lang, params: Params): string {
  return text.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (gap, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return gap;
    if (one !== undefined) return (value === 1 ? one : many) ?? "";
    if (typeof value === "number") return toGrouped(value);
    return typeof value === "string" ? value : value[lang];
  });
}
