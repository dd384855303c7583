import { findVersion } from "@breakwater/casework";
import { caseTypeNames, dismissalNames, familyNames, leadSourceNames, nameOf } from "../../words/terms.ts";
import { partyNames } from "../../words/roles.ts";
import type { Language } from "../../words/languages.ts";
import { cellWordsZh } from "./words/dimensions.ts";

const locales = { en: "en-GB", "zh-Hans": "zh-Hans" } as const;

/** A cell's code word as people read it: of an open set, so what no table has stands as it is. */
export function toCellName(dimension: string, word: string, language: Language): string {
  switch (dimension) {
    case "level":
      return /^l\d+$/.test(word) ? word.toUpperCase() : toWords(word, language);
    case "priority":
      return /^p\d$/.test(word) ? word.toUpperCase() : toWords(word, language);
    case "rule":
      return word;
    case "version":
      return toVersionName(word);
    case "language":
      return findName("language", word.replaceAll("_", "-"), language) ?? toWords(word, language);
    case "country":
      return findName("region", word.toUpperCase(), language) ?? toWords(word, language);
    default:
      return toWords(word, language);
  }
}

/** A number and how its fingerprint begins: the detectors' page has the whole. */
function toVersionName(word: string): string {
  const [number = word, fingerprint] = (findVersion(word) ?? word).split("+");
  return fingerprint === undefined ? number : `${number} (${fingerprint.slice(0, 8)})`;
}

function toWords(word: string, language: Language): string {
  const tables = [familyNames, leadSourceNames, caseTypeNames, dismissalNames, partyNames];
  for (const table of tables) {
    const names: Readonly<Record<string, string>> = table[language];
    if (Object.hasOwn(names, word)) return nameOf(names, word);
  }
  return language === "zh-Hans" ? nameOf(cellWordsZh, word) : word.replaceAll("_", " ");
}

/** What the browser calls a language or a country; null for a word that is none. */
function findName(type: "language" | "region", code: string, language: Language): string | null {
  try {
    return new Intl.DisplayNames(locales[language], { type, fallback: "none" }).of(code) ?? null;
  } catch {
    return null;
  }
}
