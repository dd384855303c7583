/** Writes numbers and strings one after the other into a growing array of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, the low ones first. */
  whole(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  float(value: number): void {
    this.#reserve(8);
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** Any string, lone surrogates included: a byte a character where all are Latin-1, else two. */
  string(value: string): void {
    let isWide = false;
    for (let i = 0; i < value.length && !isWide; i++) isWide = value.charCodeAt(i) > 0xff;
    this.whole(value.length * 2 + Number(isWide));
    this.#reserve(value.length * 2);
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      this.#bytes[this.#length++] = unit & 0xff;
      if (isWide) this.#bytes[this.#length++] = unit >>> 8;
    }
  }

  /** A view of what was written so far, good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const grown = new Uint8Array((this.#length + count) * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what a `ByteWriter` wrote; throws where the bytes end early or say what cannot be. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    this.#require(1);
    return this.#bytes[this.#at++];
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) break;
        return value;
      }
    }
    throw new Error("snapshot is damaged: a number is too large");
  }

  /** A count of things that take at least a byte each. */
  count(): number {
    const value = this.whole();
    this.#require(value);
    return value;
  }

  /** A whole number below `end`. */
  index(end: number): number {
    const value = this.whole();
    if (value >= end) throw new Error(`snapshot is damaged: ${value} where less than ${end} is possible`);
    return value;
  }

  float(): number {
    this.#require(8);
    const value = new DataView(this.#bytes.buffer, this.#bytes.byteOffset).getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  string(): string {
    const header = this.whole();
    const length = Math.floor(header / 2);
    const width = (header % 2) + 1;
    this.#require(length * width);
    let value = "";
    for (let first = 0; first < length; first += 4096) {
      const units: number[] = [];
      for (let i = first; i < Math.min(length, first + 4096); i++) {
        const low = this.#bytes[this.#at++];
        units.push(width === 1 ? low : low | (this.#bytes[this.#at++] << 8));
      }
      value += String.fromCharCode(...units);
    }
    return value;
  }

  #require(count: number): void {
    if (count > this.remaining) {
      throw new Error(`snapshot is damaged: it ends ${count - this.remaining} bytes early`);
    }
  }
}

/**
 * 32 bits of all bytes, taken four at a time. Every step can be undone, so a change inside one group of four always
 * shows; it guards against accidents, not against forgers.
 */
export function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const wordsEnd = bytes.length - (bytes.length % 4);
  let sum = bytes.length | 0;
  for (let at = 0; at < wordsEnd; at += 4) sum = step(sum, view.getUint32(at, true));
  for (let at = wordsEnd; at < bytes.length; at++) sum = step(sum, bytes[at]);
  return sum >>> 0;
}

function step(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, 0x9e3779b1);
  return (mixed << 15) | (mixed >>> 17);
}
