import { normaliseText } from "@breakwater/engine/text";

const known = new Map<string, string>();

/**
 * Compatibility form and Simplified characters, sign by sign, with all punctuation kept: for reading what a text says where its place
 * matters. Only the compatibility form may change the length.
 */
export function foldSigns(text: string): string {
  return text.normalize("NFKC").replace(/\p{Script=Han}/gu, foldSign);
}

function foldSign(sign: string): string {
  const found = known.get(sign);
  if (found !== undefined) return found;
  const folded = normaliseText(sign);
  const kept = folded.length === sign.length ? folded : sign;
  known.set(sign, kept);
  return kept;
}
