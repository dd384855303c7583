import { pipeline, type Readable } from "node:stream";
import { IntakeError } from "../intake-error.ts";
import type { IntakeLimits } from "../limits.ts";
import type { Source } from "../source.ts";
import { compressionMagicBytes, createDecompressor, detectCompression, type Compression } from "./compression.ts";

/** What is learnt of a source while its bytes go by. */
export type ByteTally = {
  compression: Compression;
  storedBytes: number;
  bytes: number;
  /** The compressed stream ended early or broke; what came before it was read. */
  truncated: boolean;
};

export function createByteTally(): ByteTally {
  return { compression: "none", storedBytes: 0, bytes: 0, truncated: false };
}

/**
 * The decompressed bytes of a source, chunk by chunk. A broken or cut compressed stream ends the chunks and sets
 * `tally.truncated`; a bomb throws.
 */
export async function* openBytes(source: Source, limits: IntakeLimits, tally: ByteTally): AsyncGenerator<Buffer, void> {
  const stored = countStored(openStream(source), source, tally);
  const first = await takeHead(stored);
  tally.compression = detectCompression(first);
  const chunks = chain(first, stored);
  if (tally.compression === "none") {
    for await (const chunk of chunks) {
      tally.bytes += chunk.length;
      yield chunk;
    }
    return;
  }
  const inflated = createDecompressor(tally.compression);
  let sourceFailure: IntakeError | null = null;
  pipeline(chunks, inflated, (error) => {
    if (error instanceof IntakeError) sourceFailure = error;
  });
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      tally.bytes += chunk.length;
      refuseBomb(source, limits, tally);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    if (sourceFailure) throw sourceFailure as IntakeError;
    tally.truncated = true;
  } finally {
    inflated.destroy();
  }
}

function openStream(source: Source): Readable {
  try {
    return source.open();
  } catch (error) {
    throw unreadable(source, error);
  }
}

async function* countStored(stream: Readable, source: Source, tally: ByteTally): AsyncGenerator<Buffer, void> {
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      tally.storedBytes += bytes.length;
      yield bytes;
    }
  } catch (error) {
    throw unreadable(source, error);
  }
}

function unreadable(source: Source, error: unknown): IntakeError {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "read error";
  return new IntakeError(
    "unreadable_source",
    `${source.name} cannot be read (${reason}); check it and its rights.`,
    error,
  );
}

async function takeHead(chunks: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < compressionMagicBytes) {
    const next = await chunks.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  return head;
}

async function* chain(first: Buffer, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  if (first.length > 0) yield first;
  yield* rest;
}

function refuseBomb(source: Source, limits: IntakeLimits, tally: ByteTally): void {
  if (tally.bytes <= limits.decompressedFreeBytes) return;
  if (tally.bytes <= tally.storedBytes * limits.decompressedRatioMax) return;
  throw new IntakeError(
    "decompression_bomb",
    `${source.name} decompresses to more than ${limits.decompressedRatioMax} times its size, as a decompression bomb does; ` +
      "decompress it yourself if you trust it.",
  );
}
