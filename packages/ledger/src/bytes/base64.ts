const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const valueOf: ReadonlyMap<string, number> = new Map(alphabet.split("").map((letter, value) => [letter, value]));

/** RFC 4648 section 4, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    text += left > 1 ? alphabet.charAt((group >> 6) & 63) : "=";
    text += left > 2 ? alphabet.charAt(group & 63) : "=";
  }
  return text;
}

/**
 * The bytes, or null for anything that `toBase64` would not have written: white space, missing padding, stray bits behind the
 * last byte. One value has one form, so that signed or hashed text cannot be changed without changing what it says.
 */
export function parseBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const letters = text.length - padding;
  let group = 0;
  for (let i = 0; i < text.length; i++) {
    const value = i < letters ? valueOf.get(text.charAt(i)) : 0;
    if (value === undefined) return null;
    group = (group << 6) | value;
    if (i % 4 !== 3) continue;
    const at = (i >> 2) * 3;
    if (i === text.length - 1 && (group & ((1 << (8 * padding)) - 1)) !== 0) return null;
    for (let k = 0; k < 3 && at + k < bytes.length; k++) bytes[at + k] = (group >> (16 - 8 * k)) & 255;
    group = 0;
  }
  return bytes;
}
