import { mix } from "./grams.ts";

/** Units hashed together, and neighbouring hashes of which the smallest is kept. */
const gramUnits = 5;
const windowGrams = 4;

/** Units that two texts must share in one piece to be certain to share a fingerprint. */
export const certainRunUnits: number = gramUnits + windowGrams - 1;

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, 2003): of every four neighbouring hashes of five units the smallest is kept. Where sets compare
 * badly (half of a post, a post with as much again behind it), a shared piece of eight units is found with certainty.
 * Writes the fingerprints of the first `end` units, about two per five units, and says how many.
 */
export function fingerprintsInto(out: Int32Array, units: Uint16Array, end: number): number {
  const grams = end - gramUnits + 1;
  if (grams <= 0) return 0;
  if (hashes.length < grams) hashes = new Uint32Array(2 * grams);
  for (let i = 0; i < grams; i += 1) hashes[i] = hashAt(units, i);
  let length = 0;
  let last = -1;
  for (let start = 0; start === 0 || start + windowGrams <= grams; start += 1) {
    const least = leastFrom(start, Math.min(grams, start + windowGrams), last);
    if (least !== last) out[length++] = hashes[least] ?? 0;
    last = least;
  }
  return length;
}

let hashes = new Uint32Array(1024);

/** The rightmost smallest hash of a window, given that of the window one to the left. */
function leastFrom(start: number, end: number, previous: number): number {
  const isKept = previous >= start;
  let least = isKept ? previous : start;
  for (let i = isKept ? end - 1 : start + 1; i < end; i += 1) {
    if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i;
  }
  return least;
}

function hashAt(units: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + gramUnits; i += 1) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
  return mix(hash) >>> 0;
}
