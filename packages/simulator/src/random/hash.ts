/** A bijection of 32 bits (the finaliser of MurmurHash3): distinct numbers stay distinct and lose their order. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One 32-bit hash of two numbers. Equal pairs give equal hashes. */
export function hashPair(a: number, b: number): number {
  return mix32(mix32(a) ^ Math.imul(b | 0, 0x9e3779b1) ^ 0x7f4a7c15);
}

/** FNV-1a over UTF-16 units, mixed. */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h);
}

const threeDigits: readonly string[] = Array.from({ length: 4096 }, (_, i) => i.toString(16).padStart(3, "0"));

/** Nine hexadecimal digits of a 32-bit number. A table, because `toString` on numbers above 2^30 is ten times slower. */
export function toHexWord(value: number): string {
  const low = threeDigits[value & 0xfff] ?? "";
  return (threeDigits[value >>> 24] ?? "") + (threeDigits[(value >>> 12) & 0xfff] ?? "") + low;
}

/** Twelve characters that say nothing about `n`. */
export function toOpaqueWord(kind: number, n: number): string {
  const high = hashPair(kind, n);
  return toHexWord(high) + (threeDigits[hashPair(high, n) & 0xfff] ?? "");
}
