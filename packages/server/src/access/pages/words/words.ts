import type { Language } from "../../ports/person-store.ts";
import { en, type Words } from "./en.ts";
import { zhHans } from "./zh-hans.ts";

export const languages: readonly Language[] = ["en", "zh-Hans"];
export const words: Readonly<Record<Language, Words>> = { en, "zh-Hans": zhHans };

/** A language that somebody named, if it is one of ours. */
export function readLanguage(text: unknown): Language | null {
  return languages.find((language) => language === text) ?? null;
}

/** The language that a browser asks for first, of those that we have. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "").split(",", 20).map((part, index) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const weight = parameters
      .map((text) => /^\s*q=([\d.]{1,5})\s*$/.exec(text)?.[1])
      .find((text) => text !== undefined);
    return { tag, weight: weight === undefined ? 1 : Number(weight), index };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.index - b.index);
  const first = wishes.find(({ tag, weight }) => weight > 0 && /^(?:en|zh)\b/.test(tag));
  return first?.tag.startsWith("zh") === true ? "zh-Hans" : "en";
}
