import { normaliseText } from "@breakwater/engine/text";
import { isFalseSide, type Verdict } from "../registry/verdict.ts";

/** Why two claims that read alike are not one. */
export const differenceKinds = ["numbers", "negation", "words", "verdict"] as const;
export type Difference = (typeof differenceKinds)[number];

export type Judged = { readonly text: string; readonly verdict: Verdict };

/**
 * What a text says apart from its wording: its numbers, how often it says no, and the side of its verdict. Stricter than what a post is
 * compared by (`facts/`): there, only what contradicts counts; here, whatever one has and the other has not, number words too, for two
 * entries that are merged cannot be told apart again.
 */
export type Gist = {
  readonly key: string;
  readonly numbers: string;
  readonly negation: string;
  readonly side: "false" | "true" | "open";
};

export function toGist({ text, verdict }: Judged): Gist {
  return {
    key: normaliseText(text),
    numbers: toKey(listNumbers(text)),
    negation: toKey(listNegations(text)),
    side: sideOf(verdict),
  };
}

/**
 * What keeps two near-identical texts apart, or null. Ten ships are not 35 ships, "does" is not "does not", and where one has a word of its own
 * and the other another, it may be a name: 某甲 died and 某乙 died are two rumours. Words that only one has do not count.
 */
export function findDifference(a: Gist, b: Gist): Difference | null {
  if (a.numbers !== b.numbers) return "numbers";
  if (a.negation !== b.negation) return "negation";
  if (isReplaced(a.key, b.key)) return "words";
  return a.side === b.side ? null : "verdict";
}

/** A word of two letters, or two characters, on each side that the other has not. Numbers are compared apart. */
const lettersMin = 2;
const charactersMin = 2;
/** Words that begin alike are forms of one: ship, ships. */
const stemLetters = 4;

function isReplaced(a: string, b: string): boolean {
  const [left, right] = [countUnits(a), countUnits(b)];
  const [gone, come] = [listMissing(left, right), listMissing(right, left)];
  const isCharacter = (unit: string) => unit.length === 1;
  const characters = (units: readonly string[]) => units.filter(isCharacter).length;
  if (characters(gone) >= charactersMin && characters(come) >= charactersMin) return true;
  const stems = (units: readonly string[]) =>
    units.filter((unit) => unit.length >= lettersMin && !/^\d+$/.test(unit)).map((unit) => unit.slice(0, stemLetters));
  const [goneStems, comeStems] = [stems(gone), stems(come)];
  return goneStems.some((stem) => !comeStems.includes(stem)) && comeStems.some((stem) => !goneStems.includes(stem));
}

/** Words of scripts with spaces, and each other character, with how often. */
function countUnits(key: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [unit] of key.matchAll(
    /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+/gu,
  )) {
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** What one has more often than the other. */
function listMissing(has: ReadonlyMap<string, number>, lacks: ReadonlyMap<string, number>): readonly string[] {
  return [...has].flatMap(([unit, count]) =>
    Array.from({ length: Math.max(0, count - (lacks.get(unit) ?? 0)) }, () => unit),
  );
}

function sideOf(verdict: Verdict): "false" | "true" | "open" {
  if (isFalseSide(verdict)) return "false";
  return verdict === "true" ? "true" : "open";
}

const numberWords =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|double|twice|first|second|third)\b/g;
const negations =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|cant|wont|isnt|arent|wasnt|werent|doesnt|dont|didnt|hasnt|havent|hadnt|couldnt|wouldnt|shouldnt|aint)\b|[不没无非未别勿莫否]/g;

function listNumbers(claim: string): readonly string[] {
  const wide = claim.normalize("NFKC").toLowerCase();
  const digits = [...wide.matchAll(/\d+(?:[.,:/-]\d+)*%?/g)].map(([digits]) => digits.replaceAll(",", ""));
  const words = [...wide.matchAll(numberWords)].map(([word]) => word);
  const characters = [...normaliseText(claim).matchAll(/[零一二三四五六七八九十百千万亿两半]+/g)].map(([word]) => word);
  return [...digits, ...words, ...characters];
}

/** Apostrophes go first: "doesn't" is one word. */
function listNegations(claim: string): readonly string[] {
  const text = normaliseText(claim.replaceAll(/['’]/g, ""));
  return [...text.matchAll(negations)].map(([word]) => (word.length > 1 ? "not" : word));
}

function toKey(words: readonly string[]): string {
  return [...words].sort().join(" ");
}
