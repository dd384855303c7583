import { isCompact } from "./scripts.ts";

/** Letters of a script with spaces that make one gram: fewer say too little, more break at every change. */
const wordGramUnits = 4;

/**
 * The set of a normalised text's grams, as sorted distinct 32-bit numbers: pairs of neighbours where a unit says as much
 * as a syllable (Han, kana, Hangul), four letters in a row elsewhere, spaces counted; a run of fewer than four is one gram.
 * Pairs are exact, other grams are hashed. Cost: O(n log n).
 *
 * @example
 * bigramsOf("网络谣言").length; // 3
 */
export function bigramsOf(normalised: string): Int32Array {
  const units = Uint16Array.from({ length: normalised.length }, (_, i) => normalised.charCodeAt(i));
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
  let code = end > 0 ? (units[0] ?? 0) : 0;
  for (let i = 0; i < end; i += 1) {
    const next = i + 1 < end ? (units[i + 1] ?? 0) : 0;
    if (isCompact(code)) {
      if (next !== 0 || end === 1) out[length++] = (code << 16) | next;
      run = 0;
    } else {
      run += 1;
      const isLast = next === 0 || isCompact(next);
      if (run >= wordGramUnits) out[length++] = hashUnits(units, i - wordGramUnits + 1, i);
      else if (isLast) out[length++] = hashUnits(units, i - run + 1, i);
      if (isLast && next !== 0) out[length++] = (code << 16) | next;
    }
    code = next;
  }
  return length;
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

function hashUnits(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i <= to; i += 1) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
  return mix(hash);
}

/** A permutation of the 32-bit numbers in which every input bit moves every output bit (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
