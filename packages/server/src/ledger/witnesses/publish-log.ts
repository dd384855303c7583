import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  isEqualBytes,
  listEdgeTiles,
  levelsOf,
  parseCheckpoint,
  tileWidth,
  toTilePath,
  type TileId,
} from "@breakwater/ledger";
import { LedgerFailure, toLedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import { readPublished } from "./published-resource.ts";

/**
 * Brings a folder up to date that any web server can publish as it is: what `readPublished` gives, and nothing else. The
 * checkpoint comes last and in one step, so that nobody meets one whose tiles are missing. Copies what the folder has not yet.
 * Resolves to the size that is published; 0 where there is no log.
 */
export async function publishLog(store: LogStore, folder: string): Promise<number> {
  for (;;) {
    const checkpoint = await store.checkpoints.read();
    const size = checkpoint === null ? undefined : parseCheckpoint(checkpoint)?.size;
    if (checkpoint === null || size === undefined) return 0;
    try {
      await copyLog(store, size, folder);
      write(join(folder, "checkpoint"), checkpoint);
      return size;
    } catch (error) {
      // A log that grew meanwhile may have replaced a partial tile by a full one.
      const newest = await store.checkpoints.read();
      if (newest === null || isEqualBytes(newest, checkpoint)) throw error;
    }
  }
}

async function copyLog(store: LogStore, size: number, folder: string): Promise<void> {
  for (const path of await store.objects.list(paths.trustPrefix)) await copy(store, path, folder);
  for (const tile of listEdgeTiles(size)) await copy(store, toTilePath(tile), folder);
  for (let level = 0; level < levelsOf(size); level++) {
    await copyFullTiles(store, { kind: "hashes", level, count: Math.floor(size / tileWidth ** (level + 1)), folder });
  }
  await copyFullTiles(store, { kind: "entries", level: 0, count: Math.floor(size / tileWidth), folder });
}

type FullTiles = {
  readonly kind: TileId["kind"];
  readonly level: number;
  readonly count: number;
  readonly folder: string;
};

/** They were copied from left to right: where one is there, all before it are. */
async function copyFullTiles(store: LogStore, { kind, level, count, folder }: FullTiles): Promise<void> {
  const pathOf = (index: number): string => toTilePath({ kind, level, index, width: tileWidth });
  let first = count;
  while (first > 0 && !existsSync(join(folder, pathOf(first - 1)))) first--;
  for (let index = first; index < count; index++) {
    await copy(store, pathOf(index), folder);
    rmSync(join(folder, `${pathOf(index)}.p`), { recursive: true, force: true });
  }
}

async function copy(store: LogStore, path: string, folder: string): Promise<void> {
  if (existsSync(join(folder, path))) return;
  const published = await readPublished(store, path);
  if (published === null) throw new LedgerFailure("log_damaged", `The log is damaged: ${path} is missing.`);
  write(join(folder, path), published.bytes);
  // A log that was never published has many: whoever else this thread serves takes turns.
  await new Promise((resolve) => setImmediate(resolve));
}

/** Whole or not at all. */
function write(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, file);
  } catch (error) {
    // Where not even the folder could be made, looking for the file fails too.
    if (existsSync(temporary)) rmSync(temporary, { force: true });
    throw toLedgerFailure(error);
  }
}
