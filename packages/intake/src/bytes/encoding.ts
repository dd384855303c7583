import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Turns the chunks of one text, whatever its encoding, into UTF-8 bytes without a byte-order mark. UTF-16 is told by its
 * mark or by its zero bytes; GB18030 against UTF-8 is decided at the first chunk that holds more than ASCII, because a
 * long file may begin with plain ids. Broken UTF-8 passes through: only a reader of lines can say which line it costs.
 */
export class Utf8Chunks {
  /** "utf-8" until something else shows. */
  encoding: Encoding = "utf-8";
  #decoder: TextDecoder | null = null;
  #started = false;
  #decided = false;

  push(chunk: Buffer): Buffer {
    const rest = this.#started ? chunk : this.#start(chunk);
    if (this.#decoder) return Buffer.from(this.#decoder.decode(rest, { stream: true }));
    if (this.#decided || isAscii(rest)) return rest;
    this.#decided = true;
    if (!looksLikeGb18030(rest)) return rest;
    this.#decodeAs("gb18030");
    return this.push(rest);
  }

  end(): Buffer {
    return this.#decoder ? Buffer.from(this.#decoder.decode()) : Buffer.alloc(0);
  }

  #start(chunk: Buffer): Buffer {
    this.#started = true;
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) {
      this.#decided = true;
      return chunk.subarray(3);
    }
    const wide = detectUtf16(chunk);
    if (wide) this.#decodeAs(wide);
    return chunk;
  }

  #decodeAs(encoding: Encoding): void {
    this.encoding = encoding;
    this.#decided = true;
    this.#decoder = new TextDecoder(encoding);
  }
}

function detectUtf16(chunk: Buffer): "utf-16le" | "utf-16be" | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
  const length = Math.min(chunk.length & ~1, 1024);
  if (length < 8) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < length; i += 2) {
    if (chunk[i] === 0) evenZeros++;
    if (chunk[i + 1] === 0) oddZeros++;
  }
  // A header is ASCII in every preset that we know, so one half of its bytes is zero, and the other is not.
  if (oddZeros > length * 0.3 && evenZeros === 0) return "utf-16le";
  if (evenZeros > length * 0.3 && oddZeros === 0) return "utf-16be";
  return null;
}

/** True when the bytes read as GB18030 and are far from UTF-8; a few broken bytes in UTF-8 do not make it so. */
function looksLikeGb18030(chunk: Buffer): boolean {
  if (isUtf8(withoutCutCharacter(chunk))) return false;
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < chunk.length;) {
    const width = utf8Width(chunk, i);
    if (width === 0) broken++;
    else if (width > 1) valid++;
    i += Math.max(width, 1);
  }
  if (broken <= valid * 0.2) return false;
  const lineEnd = chunk.lastIndexOf(0x0a);
  const whole = lineEnd > 0 ? chunk.subarray(0, lineEnd) : chunk;
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(whole, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function withoutCutCharacter(chunk: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    if ((chunk[chunk.length - back] ?? 0) >= 0xc0) return chunk.subarray(0, chunk.length - back);
  }
  return chunk;
}

/** Bytes of the UTF-8 character at `at`, or 0 where there is none. */
function utf8Width(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  for (let i = 1; i < width; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return width;
}
