import { findCodeWord } from "./act.ts";

const letters = "ghijklmnop";

/**
 * A detector's version (`0.1.0+0011223344556677`) as a code word, or null where it cannot be one. Digits of the fingerprint become letters, so that
 * no number of a person could be told in one.
 */
export function toVersionWord(version: string): string | null {
  const [number = "", fingerprint = null] = version.toLowerCase().split("+", 2);
  if (!/^\d{1,4}(?:\.\d{1,4}){0,2}$/.test(number)) return null;
  const named = `v${number.replaceAll(".", "_")}`;
  if (fingerprint === null) return findCodeWord(named);
  if (!/^[0-9a-f]{1,32}$/.test(fingerprint)) return null;
  return findCodeWord(`${named}_${fingerprint.replaceAll(/\d/g, (digit) => letters[Number(digit)] ?? "")}`);
}

/** The version that a code word tells; null for every other word. */
export function findVersion(word: string): string | null {
  const [, number, fingerprint] = /^v(\d+(?:_\d+){0,2})(?:_([a-p]+))?$/.exec(word) ?? [];
  if (number === undefined) return null;
  const named = number.replaceAll("_", ".");
  if (fingerprint === undefined) return named;
  return `${named}+${fingerprint.replaceAll(/[g-p]/g, (letter) => String(letters.indexOf(letter)))}`;
}
