import { isCompact, mix } from "@breakwater/engine/text";
import { stemWord } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/**
 * The distinct terms of a normalised text: pairs of neighbours where one sign says as much as a syllable
 * (Han, kana, Hangul, and digits that touch them), stemmed words elsewhere, function words left out. A pair is its two code units;
 * a word is a hash of 28 bits, so that of 50,000 words five or so are taken for another.
 */
export function termsOf(normalised: string): Terms {
  const terms = new Map<number, number>();
  const end = normalised.length;
  let at = 0;
  while (at < end) {
    const code = normalised.charCodeAt(at);
    if (code === space) at += 1;
    else if (isCompact(code)) at = takePairs(normalised, at, terms);
    else if (isDigit(code) && isCompact(normalised.charCodeAt(endOfDigits(normalised, at))))
      at = takePairs(normalised, at, terms);
    else at = takeWord(normalised, at, terms);
  }
  return terms;
}

/** Distinct terms, each with the root of its word (0 for pairs and short words). */
export type Terms = ReadonlyMap<number, number>;

const space = 0x20;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function takePairs(text: string, from: number, terms: Map<number, number>): number {
  let at = from;
  while (isCompact(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at += 1;
  for (let i = from; i + 1 < at; i += 1) terms.set((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1), 0);
  if (at === from + 1) terms.set(text.charCodeAt(from) << 16, 0);
  return at;
}

function takeWord(text: string, from: number, terms: Map<number, number>): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== space && !isCompact(text.charCodeAt(at))) at += 1;
  const word = text.slice(from, at);
  if (!stopWords.has(word)) {
    const { key, root } = readWord(word);
    terms.set(key, root);
  }
  return at;
}

const known = new Map<string, Word>();
const knownMax = 100_000;
const rootLetters = 5;

/** A word's term, and its first five letters as another number (0 for shorter words): those of "vaccine" and "vaccination" are the same. */
export type Word = { readonly key: number; readonly root: number };

export function readWord(word: string): Word {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stem = stemWord(word);
  const root = stem.length < rootLetters ? 0 : hashLetters(stem.slice(0, rootLetters));
  const read = { key: wordMark | (hashLetters(stem) & wordBits), root };
  if (known.size >= knownMax) known.clear();
  known.set(word, read);
  return read;
}

/** The term of one word. */
export function wordKey(word: string): number {
  return readWord(word).key;
}

/** Words have numbers that no pair has: no sign without spaces lies there. */
const wordMark = 0x10000000;
const wordBits = 0x0fffffff;

/** FNV-1a over code units, then mixed. */
function hashLetters(letters: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < letters.length; i += 1) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Whether a term is a pair of signs rather than a word: then its two halves can be read from it. */
export function isPair(key: number): boolean {
  return (key & ~wordBits) !== wordMark;
}
