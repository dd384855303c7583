/** Bytes of a text's UTF-8. A lone surrogate counts as U+FFFD, which is what is written for it. */
export function countUtf8(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (isPair(text, i)) i += 1;
  }
  return bytes;
}

/** Writes a text at `at` and says where it ends. The room must be there: `countUtf8`. */
export function writeUtf8(out: Uint8Array, at: number, text: string): number {
  let end = at;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out[end++] = unit;
      continue;
    }
    const paired = unit >= 0xd800 && unit <= 0xdfff && isPair(text, i);
    const point = paired ? (text.codePointAt(i) ?? 0) : unit >= 0xd800 && unit <= 0xdfff ? 0xfffd : unit;
    if (paired) i += 1;
    if (point < 0x800) {
      out[end++] = 0xc0 | (point >> 6);
    } else if (point < 0x10000) {
      out[end++] = 0xe0 | (point >> 12);
      out[end++] = 0x80 | ((point >> 6) & 63);
    } else {
      out[end++] = 0xf0 | (point >> 18);
      out[end++] = 0x80 | ((point >> 12) & 63);
      out[end++] = 0x80 | ((point >> 6) & 63);
    }
    out[end++] = 0x80 | (point & 63);
  }
  return end;
}

/**
 * The text of the bytes from `from` to `to`, which must be what `writeUtf8` writes; other bytes give some text, never an error. About
 * 200 MB/s: without Node and the web there is no decoder to borrow.
 */
export function readUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (units.length < to - from) units = new Uint16Array(2 * (to - from));
  let length = 0;
  for (let at = from; at < to;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[length++] = lead;
      at += 1;
    } else if (lead < 0xe0) {
      units[length++] = ((lead & 31) << 6) | tail(bytes, at + 1);
      at += 2;
    } else if (lead < 0xf0) {
      units[length++] = ((lead & 15) << 12) | (tail(bytes, at + 1) << 6) | tail(bytes, at + 2);
      at += 3;
    } else {
      const point =
        (((lead & 7) << 18) | (tail(bytes, at + 1) << 12) | (tail(bytes, at + 2) << 6) | tail(bytes, at + 3)) - 0x10000;
      units[length++] = 0xd800 | (point >> 10);
      units[length++] = 0xdc00 | (point & 0x3ff);
      at += 4;
    }
  }
  let text = "";
  for (let at = 0; at < length; at += chunkUnits) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(length, at + chunkUnits)));
  }
  return text;
}

/** A call takes only so many arguments. */
const chunkUnits = 8192;
let units = new Uint16Array(4096);

function tail(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) & 63;
}

function isPair(text: string, i: number): boolean {
  const [high, low] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
