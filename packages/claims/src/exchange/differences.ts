import { normaliseText } from "@breakwater/engine/text";
import { isFalseSide, type Verdict } from "../registry/verdict.ts";

/** Why two claims that read alike are not one. */
export const differenceKinds = ["numbers", "negation", "verdict"] as const;
export type Difference = (typeof differenceKinds)[number];

export type Judged = { readonly text: string; readonly verdict: Verdict };

/** What a text says apart from its wording: its numbers, how often it says no, and the side of its verdict. */
export type Gist = { readonly numbers: string; readonly negation: string; readonly side: "false" | "true" | "open" };

export function toGist({ text, verdict }: Judged): Gist {
  return { numbers: toKey(listNumbers(text)), negation: toKey(listNegations(text)), side: sideOf(verdict) };
}

/** What keeps two near-identical texts apart, or null. Ten ships are not 35 ships, and "does" is not "does not". */
export function findDifference(a: Gist, b: Gist): Difference | null {
  if (a.numbers !== b.numbers) return "numbers";
  if (a.negation !== b.negation) return "negation";
  return a.side === b.side ? null : "verdict";
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
