import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseCheckpoint, parseEntry, parseEntryBundle, tileWidth, tileWidthAt, toTilePath } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";

type MirrorOptions = {
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly timeoutMs?: number;
};

const smallBytesMax = 1_000_000;
/** 256 entries of 64 KiB, each with its length. */
const tileBytesMax = 256 * 65_537;
const entriesMax = 100_000_000;

/**
 * Copies what a log publishes at `address` into a folder, as far as counting and verifying take it: the checkpoint, the entries, the keys.
 * Nothing is judged here. Rejects with a `LedgerFailure` where something is missing or too large.
 */
export async function mirrorLog(
  address: string,
  folder: string,
  { fetch, timeoutMs = 30_000 }: MirrorOptions,
): Promise<void> {
  const base = address.replace(/\/(?:checkpoint)?$/, "");
  const load = async (path: string, bytesMax: number): Promise<Uint8Array> => {
    const response = await fetch(`${base}/${path}`, { signal: AbortSignal.timeout(timeoutMs) }).catch(
      (error: unknown) => {
        throw new LedgerFailure("storage_failed", `The log's address did not answer for ${path}.`, error);
      },
    );
    if (!response.ok) {
      throw new LedgerFailure("storage_failed", `The log's address answered ${response.status} for ${path}.`);
    }
    return readBounded(response, bytesMax, path);
  };
  const keep = (path: string, bytes: Uint8Array): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  const checkpoint = await load("checkpoint", smallBytesMax);
  const size = parseCheckpoint(checkpoint)?.size ?? -1;
  if (size < 0 || size > entriesMax) {
    throw new LedgerFailure("log_damaged", "What the address gives is no checkpoint of a log, or of one too large.");
  }
  keep("checkpoint", checkpoint);
  keep(paths.firstKey, await load(paths.firstKey, smallBytesMax));
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = tileWidthAt(0, index, size);
    const path = toTilePath({ kind: "entries", level: 0, index, width });
    const bytes = await load(path, tileBytesMax);
    keep(path, bytes);
    for (const sequence of listRotated(bytes, width)) {
      keep(paths.trustOf(sequence), await load(paths.trustOf(sequence), smallBytesMax));
    }
  }
}

async function readBounded(response: Response, bytesMax: number, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytesMax) throw new LedgerFailure("log_damaged", `The log's address gives too much for ${path}.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Entries that rotated the key: their proofs lie beside. */
function listRotated(bundle: Uint8Array, width: number): readonly number[] {
  return (parseEntryBundle(bundle, width) ?? []).flatMap((leaf) => {
    const entry = parseEntry(leaf);
    return entry?.type === "key_rotated" ? [entry.sequence] : [];
  });
}
