/**
 * English stems by Porter's algorithm (Porter 1980, "An algorithm for suffix stripping"), for words of a-z. Other words come back
 * as they are: a wrong stem of another language would only merge words, and few.
 */
export function stemWord(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  let stem = stripPlural(word);
  stem = stripPast(stem);
  stem = stem.replace(/y$/, (y, at: number) => (hasVowel(stem.slice(0, at)) ? "i" : y));
  stem = replaceLongest(stem, step2, 1);
  stem = replaceLongest(stem, step3, 1);
  stem = stripLast(stem);
  return stripEnd(stem);
}

function stripPlural(word: string): string {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function stripPast(word: string): string {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
  const stem = word.slice(0, word.length - ending);
  if (ending === 0 || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiou])\1$/.test(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const step2: ReadonlyMap<string, string> = new Map(
  "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);
const step3: ReadonlyMap<string, string> = new Map(
  "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:".split(" ").map((pair) => pair.split(":") as [string, string]),
);
const step4 = "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split(" ");

function replaceLongest(word: string, endings: ReadonlyMap<string, string>, measureMin: number): string {
  const found = longestEnding(word, [...endings.keys()]);
  if (found === undefined) return word;
  const stem = word.slice(0, -found.length);
  return measure(stem) >= measureMin ? stem + (endings.get(found) ?? "") : word;
}

function stripLast(word: string): string {
  const found = longestEnding(word, step4);
  if (found !== undefined) {
    const stem = word.slice(0, -found.length);
    return measure(stem) > 1 ? stem : word;
  }
  const stem = word.slice(0, -3);
  return /[st]ion$/.test(word) && measure(stem) > 1 ? stem : word;
}

function stripEnd(word: string): string {
  let stem = word;
  if (stem.endsWith("e")) {
    const rest = stem.slice(0, -1);
    const size = measure(rest);
    if (size > 1 || (size === 1 && !endsShort(rest))) stem = rest;
  }
  return stem.endsWith("ll") && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}

function longestEnding(word: string, endings: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const ending of endings) {
    if (word.endsWith(ending) && ending.length > (found?.length ?? 0)) found = ending;
  }
  return found;
}

/** How often a run of vowels is followed by one of consonants. A `y` after a consonant is a vowel. */
function measure(stem: string): number {
  return (marksOf(stem).match(/v+c+/g) ?? []).length;
}

function hasVowel(stem: string): boolean {
  return marksOf(stem).includes("v");
}

function marksOf(stem: string): string {
  let marks = "";
  for (let i = 0; i < stem.length; i += 1) {
    const isVowel = "aeiou".includes(stem.charAt(i)) || (stem.charAt(i) === "y" && marks.endsWith("c"));
    marks += isVowel ? "v" : "c";
  }
  return marks;
}

/** Consonant, vowel, consonant, and the last is none of w, x, y: hop, not show. */
function endsShort(stem: string): boolean {
  return marksOf(stem).endsWith("cvc") && !/[wxy]$/.test(stem);
}
