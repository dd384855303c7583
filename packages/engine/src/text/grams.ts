import { isCompact } from "./scripts.ts";

/** Letters of a script with spaces that make one gram: fewer say too little, more break at every change. */
const wordGramUnits = 4;

/**
 * The set of a normalised text's grams, as sorted distinct 32-bit numbers: pairs of neighbours where a unit says as much
 * as a syllable (Han, kana, Hangul, digits), four letters in a row elsewhere; a run of fewer than four is one gram. Spaces are passed over: they are easily put in and left out.
 * Pairs are exact, other grams are hashed. Cost: O(n log n).
 *
 * @example
 * bigramsOf("网络谣言").length; // 3
 */
export function bigramsOf(normalised: string): Int32Array {
  const units = new Uint16Array(normalised.length);
  for (let i = 0; i < units.length; i += 1) units[i] = normalised.charCodeAt(i);
  const grams = new Int32Array(gramsMax(units.length));
  return toSet(grams.subarray(0, gramsInto(grams, units, units.length)));
}

/** Grams that a text of so many units can have. */
export function gramsMax(units: number): number {
  return 2 * units;
}

/** Writes the grams of the first `end` units in their order, repeats included, and says how many. */
export function gramsInto(out: Int32Array, units: Uint16Array, end: number): number {
  let length = 0;
  let run = 0;
  let [older, old, young, youngest] = [0, 0, 0, 0];
  for (let i = 0; i < end; i += 1) {
    const code = units[i] ?? 0;
    if (code === space) continue;
    const next = unitAfter(units, i, end);
    if (isPaired(code)) {
      if (next !== 0 || length === 0) out[length++] = (code << 16) | next;
      continue;
    }
    [older, old, young, youngest] = run === 0 ? [0, 0, 0, code] : [old, young, youngest, code];
    run += 1;
    const isLast = next === 0 || isPaired(next);
    if (run >= wordGramUnits || isLast) out[length++] = mix(mix((older << 16) | old) ^ ((young << 16) | youngest));
    if (isLast && next !== 0) out[length++] = (code << 16) | next;
    if (isLast) run = 0;
  }
  return length;
}

const space = 0x20;

/** The next unit that is not a space; 0 at the end. */
function unitAfter(units: Uint16Array, at: number, end: number): number {
  let i = at + 1;
  while (i < end && units[i] === space) i += 1;
  return i < end ? (units[i] ?? 0) : 0;
}

function isPaired(code: number): boolean {
  return isCompact(code) || (code >= 0x30 && code <= 0x39);
}

/** Sorts in place and drops repeats. */
export function toSet(values: Int32Array): Int32Array {
  values.sort();
  let length = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (length === 0 || value !== values[length - 1]) values[length++] = value;
  }
  return values.subarray(0, length);
}

/** A permutation of the 32-bit numbers in which every input bit moves every output bit (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
