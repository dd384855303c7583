import type { ReadText, TextReader } from "./read-text.ts";

const han = /\p{Script=Han}/u;
const patterns = new Map<string, RegExp>();

function toPattern(word: string): RegExp {
  const known = patterns.get(word);
  if (known !== undefined) return known;
  const made = new RegExp(` ${word.replace("*", "[a-z]*")} `);
  patterns.set(word, made);
  return made;
}

/** The first of the words that stands in the text, written out in either script; null where none does. Cost: words × text. */
export function findWord(text: ReadText, words: readonly string[], { sound }: TextReader): string | null {
  for (const word of words) {
    if (!han.test(word)) {
      if (toPattern(word).test(text.words)) return word;
      continue;
    }
    if (text.han.includes(word)) return word;
    // Spelled in Latin letters; one syllable alone is part of too many words.
    if (sound !== null && word.length > 1 && text.latinSounds.has(sound(word))) return word;
  }
  return null;
}

/** The first of the Chinese words that the text does not hold and yet sounds like. */
export function findSound(text: ReadText, words: readonly string[], { sound }: TextReader): string | null {
  if (sound === null || text.hanSound === "") return null;
  return (
    words.find((word) => word.length > 1 && !text.han.includes(word) && text.hanSound.includes(sound(word))) ?? null
  );
}
