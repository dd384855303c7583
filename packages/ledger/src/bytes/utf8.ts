/** UTF-8 of RFC 3629. A lone surrogate has no UTF-8: passing one is a bug of the caller. */
export function toUtf8(text: string): Uint8Array {
  const ascii = toAscii(text);
  if (ascii !== null) return ascii;
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const point = text.codePointAt(i) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError(`A lone surrogate has no UTF-8: at ${i}.`);
    if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
    } else if (point < 0x10000) {
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 63);
    } else {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 63);
      bytes[length++] = 0x80 | ((point >> 6) & 63);
      i++;
    }
    bytes[length++] = 0x80 | (point & 63);
  }
  return bytes.slice(0, length);
}

/** Most of what we write has no other letters. */
function toAscii(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return null;
    bytes[i] = unit;
  }
  return bytes;
}

/** The text, or null where the bytes are not well-formed UTF-8: overlong forms, surrogates and points past U+10FFFF included. */
export function parseUtf8(bytes: Uint8Array): string | null {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const run = asciiRun(bytes, at);
    if (run > at) {
      text += toAsciiText(bytes, at, run);
      at = run;
      continue;
    }
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0 || at + length > bytes.length) return null;
    let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) {
      const next = bytes[at + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      point = (point << 6) | (next & 63);
    }
    if (point < (smallestPoint[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

/** The smallest point that needs so many bytes; a smaller one in that many is overlong. */
const smallestPoint: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function toAsciiText(bytes: Uint8Array, from: number, to: number): string {
  // Several times faster than spreading, which goes through an iterator.
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(from, to) as unknown as readonly number[]);
}

/** Bounded, because a call takes only so many arguments. */
const runMax = 4096;

function asciiRun(bytes: Uint8Array, from: number): number {
  const end = Math.min(bytes.length, from + runMax);
  let at = from;
  while (at < end && (bytes[at] ?? 0x80) < 0x80) at++;
  return at;
}

/** Whether a text has no lone surrogate, and so a UTF-8 form. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
