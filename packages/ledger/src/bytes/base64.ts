const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Six bits by the code of a letter; 255 where it is none. */
const valueOf: Uint8Array = new Uint8Array(128).fill(255);
for (let value = 0; value < alphabet.length; value++) valueOf[alphabet.charCodeAt(value)] = value;

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
  let [group, at] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const value = i < letters ? (valueOf[text.charCodeAt(i)] ?? 255) : 0;
    if (value > 63) return null;
    group = (group << 6) | value;
    if (i % 4 !== 3) continue;
    if (i === text.length - 1 && (group & ((1 << (8 * padding)) - 1)) !== 0) return null;
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (group >> shift) & 255;
    group = 0;
  }
  return bytes;
}
