import { hash } from "node:crypto";
import type { Action } from "@breakwater/records";

/**
 * Actions of one source on their way to the log, as the log stores them: few large pieces, so that crossing a thread costs the
 * same for one action as for a thousand. All parts are plain data; `bytes.buffer` may be transferred.
 */
export type ActionBatch = {
  readonly source: string;
  readonly count: number;
  /** One JSON text after the other, UTF-8, without separators. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends in `bytes`. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** `toSeenKey` of each. */
  readonly keys: BigInt64Array<ArrayBuffer>;
  /** `toAccountKey` of each. */
  readonly accounts: Float64Array<ArrayBuffer>;
  /** The time of each: milliseconds since 1970 UTC. */
  readonly times: Float64Array<ArrayBuffer>;
};

export type BatchOutcome = {
  readonly stored: number;
  /** Of the first that was stored; the others follow it without a gap. The next to be given where none was. */
  readonly firstOffset: number;
  /** Positions in the batch, ascending, of those that had been seen within the horizon. */
  readonly duplicates: readonly number[];
  /** The latest time of a stored one: milliseconds since 1970 UTC; 0 where none was. */
  readonly maxAt: number;
};

/** No room for a line of fewer bytes than this is left when the next begins. */
const lineBytesMin = 1 << 12;

/** Collects actions of one source into a batch. Use one per batch. Cost: about 3 µs an action. */
export class BatchEncoder {
  readonly #source: string;
  readonly #toKey: ToSeenKey;
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;
  readonly #ends: number[] = [];
  readonly #keys: bigint[] = [];
  readonly #accounts: number[] = [];
  readonly #times: number[] = [];

  constructor(
    source: string,
    { bytesGuess = 1 << 16, toKey = toSeenKey }: { readonly bytesGuess?: number; readonly toKey?: ToSeenKey } = {},
  ) {
    this.#source = source;
    this.#toKey = toKey;
    this.#bytes = Buffer.from(new ArrayBuffer(Math.max(bytesGuess, lineBytesMin)));
  }

  get count(): number {
    return this.#ends.length;
  }

  get bytes(): number {
    return this.#length;
  }

  add(action: Action): void {
    const line = JSON.stringify(action);
    // A UTF-16 unit takes at most three bytes.
    this.#makeRoom(line.length * 3);
    this.#length += this.#bytes.write(line, this.#length, "utf8");
    this.#ends.push(this.#length);
    this.#keys.push(this.#toKey(this.#source, action.id));
    this.#accounts.push(toAccountKey(action.account));
    this.#times.push(action.at);
  }

  finish(): ActionBatch {
    return {
      source: this.#source,
      count: this.count,
      bytes: new Uint8Array(this.#bytes.buffer.slice(0, this.#length)),
      ends: Uint32Array.from(this.#ends),
      keys: BigInt64Array.from(this.#keys),
      accounts: Float64Array.from(this.#accounts),
      times: Float64Array.from(this.#times),
    };
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const wider = Buffer.from(new ArrayBuffer(Math.max(this.#bytes.length * 2, this.#length + bytes)));
    this.#bytes.copy(wider, 0, 0, this.#length);
    this.#bytes = wider;
  }
}

export function encodeActions(source: string, actions: readonly Action[], toKey: ToSeenKey = toSeenKey): ActionBatch {
  const encoder = new BatchEncoder(source, { toKey });
  for (const action of actions) encoder.add(action);
  return encoder.finish();
}

/** The actions of a batch, as they were encoded. */
export function decodeActions(batch: ActionBatch): readonly Action[] {
  const text = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset, batch.bytes.byteLength);
  let start = 0;
  return Array.from(batch.ends, (end) => {
    const action = JSON.parse(text.toString("utf8", start, end)) as Action;
    start = end;
    return action;
  });
}

/** 64 bits, signed, that stand for a source and an id. */
export type ToSeenKey = (source: string, id: string) => bigint;

/**
 * 64 bits of SHA-256 over source and id. Nobody can make two ids meet at will, and where two do by chance the log compares the ids
 * themselves.
 */
export function toSeenKey(source: string, id: string): bigint {
  // As a string of its bytes a digest comes three times as fast as in a buffer.
  const digest = hash("sha256", `${source.length}:${source}${id}`, "binary");
  words[0] = wordAt(digest, 0);
  words[1] = wordAt(digest, 4);
  return key[0] ?? 0n;
}

const words = new Int32Array(2);
const key = new BigInt64Array(words.buffer);

function wordAt(bytes: string, at: number): number {
  return (
    bytes.charCodeAt(at) |
    (bytes.charCodeAt(at + 1) << 8) |
    (bytes.charCodeAt(at + 2) << 16) |
    (bytes.charCodeAt(at + 3) << 24)
  );
}

/** A quick 53-bit mark of an account, by which its actions are found; what is found is compared by the account itself. */
export function toAccountKey(account: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < account.length; i++) {
    const code = account.charCodeAt(i);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (high & 0x1f_ffff) * 2 ** 32 + (low >>> 0);
}
