import { normaliseText } from "@breakwater/engine/text";

/**
 * An id for a determination whose file gives none: the same page and claim have the same id at every import, so that importing again
 * changes nothing. 64 bits: among 100,000 entries two share one with a chance of one in four thousand million.
 */
export function toStableId(claim: string, url: string | undefined): string {
  const host =
    /^https?:\/\/(?:www\.)?([^/?#:@]+)/i
      .exec(url ?? "")?.[1]
      ?.toLowerCase()
      .slice(0, 100) ?? "claim";
  const text = `${url ?? ""}\n${normaliseText(claim) || claim}`;
  return `${host}-${hash(text, 0x811c9dc5)}${hash(text, 0x2c1b3c6d)}`;
}

/** FNV-1a over UTF-16 units, with MurmurHash3's finaliser. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
