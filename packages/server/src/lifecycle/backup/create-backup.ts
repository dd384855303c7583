import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statfsSync, statSync } from "node:fs";
import { copyFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ledgerFiles } from "../../ledger/open-ledger-at.ts";
import { openSqliteLogStore } from "../../ledger/stores/sqlite-log-store.ts";
import type { Layout } from "../../main/layout.ts";
import { LifecycleFailure, toLifecycleFailure } from "../lifecycle-failure.ts";
import { listKeyNeedles } from "./key-needles.ts";
import { listBackupItems, type BackupItem } from "./list-items.ts";
import {
  createManifest,
  dataFolder,
  formatManifest,
  formatSums,
  manifestFile,
  sumsFile,
  type Manifest,
  type ManifestFile,
} from "./manifest.ts";
import { detachLog, pinDatabase, type PinnedDatabase } from "./pin-database.ts";
import { scanFile, syncPath } from "./scan-file.ts";

export type BackupOptions = {
  /** Of Breakwater. */
  readonly version: string;
  readonly now: () => number;
  /** Told after each file. */
  readonly onFile?: (file: ManifestFile, done: number, all: number) => void;
};

/**
 * Writes a backup of the data into the new folder `to`, while the service runs or not. Keys are never in it, and it is refused where
 * bytes of one stand in the data. It appears whole, by one rename, or not at all.
 *
 * Every database is held fast, in the order of `listBackupItems`, before the first is copied: whatever one refers to was durable
 * before it did, and so is in those that are held later. What is acknowledged before the call is in the backup; of what comes meanwhile the
 * ledger and the action log may have some that `state.sqlite` does not know yet, as after a crash.
 *
 * Cost: one reading and one writing of all data; meanwhile the write-ahead logs grow, and an erasure waits or asks to be tried again.
 */
export async function createBackup(layout: Layout, to: string, options: BackupOptions): Promise<Manifest> {
  if (!existsSync(layout.state)) throw new LifecycleFailure("no_data", { path: layout.data });
  const target = resolve(to);
  refuseTarget(target, layout);
  let partial: string | null = null;
  try {
    mkdirSync(dirname(target), { recursive: true });
    partial = mkdtempSync(`${target}.partial-`);
    const made = await fill(partial, layout, options);
    await rename(partial, target);
    await syncPath(dirname(target));
    return made;
  } catch (error) {
    throw toLifecycleFailure(error, to);
  } finally {
    if (partial !== null) rmSync(partial, { recursive: true, force: true });
  }
}

function refuseTarget(target: string, { data, keys }: Layout): void {
  if (existsSync(target)) throw new LifecycleFailure("target_exists", { path: target });
  const real = `${realOf(target)}${sep}`;
  const forbidden = [data, keys].map((folder) => `${realpathSync(folder)}${sep}`);
  if (forbidden.some((folder) => real.startsWith(folder) || folder.startsWith(real))) {
    throw new LifecycleFailure("target_inside", { path: target });
  }
}

/** Where a path leads that need not be there yet. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realOf(dirname(path)), basename(path));
}

async function fill(folder: string, layout: Layout, options: BackupOptions): Promise<Manifest> {
  const startedAt = options.now();
  // Files are listed behind this: a segment that the state refers to is there by then.
  const state = pinDatabase(layout.state);
  const pins = new Map<string, PinnedDatabase>(state === null ? [] : [["state.sqlite", state]]);
  try {
    const items = listBackupItems(layout);
    for (const { path, kind } of items) {
      if (kind !== "sqlite" || pins.has(path)) continue;
      const pin = pinNamed(layout, path);
      if (pin !== null) pins.set(path, pin);
    }
    refuseNoRoom(folder, layout, items);
    const { files, checkpoint } = await copyItems(items, { folder, layout, pins, options });
    const facts = { version: options.version, startedAt, finishedAt: options.now(), files: [...files], checkpoint };
    return await writeManifest(folder, createManifest(facts));
  } finally {
    for (const pin of pins.values()) pin.close();
  }
}

function pinNamed(layout: Layout, path: string): PinnedDatabase | null {
  try {
    return pinDatabase(join(layout.data, path));
  } catch (error) {
    throw toLifecycleFailure(error, path);
  }
}

function refuseNoRoom(folder: string, layout: Layout, items: readonly BackupItem[]): void {
  const needed = items
    .map(({ path }) => statSync(join(layout.data, path), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) throw new LifecycleFailure("no_room", { path: folder, detail: String(needed) });
}

const ledgerPath = `ledger/${ledgerFiles.log}`;

type Copying = {
  readonly folder: string;
  readonly layout: Layout;
  readonly pins: ReadonlyMap<string, PinnedDatabase>;
  readonly options: BackupOptions;
};

async function copyItems(
  items: readonly BackupItem[],
  copying: Copying,
): Promise<{ readonly files: readonly ManifestFile[]; readonly checkpoint: string | null }> {
  const { folder, layout, pins, options } = copying;
  const needles = listKeyNeedles(layout.keys);
  const files: ManifestFile[] = [];
  let checkpoint: string | null = null;
  for (const [i, { path, kind }] of items.entries()) {
    const target = join(folder, dataFolder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    if (kind === "sqlite") {
      const pin = pins.get(path);
      if (pin === undefined) continue;
      await pin.copyTo(target);
      if (path === ledgerPath) checkpoint = await readCheckpoint(target);
    } else if (!(await copyPlain(join(layout.data, path), target))) {
      continue;
    }
    const { hasNeedle, ...scanned } = await scanFile(target, needles);
    if (hasNeedle) throw new LifecycleFailure("key_in_data", { path });
    await syncPath(target);
    const file = { path, kind, ...scanned };
    files.push(file);
    options.onFile?.(file, i + 1, items.length);
  }
  for (const parent of new Set(files.map(({ path }) => dirname(join(folder, dataFolder, path)))))
    await syncPath(parent);
  return { files, checkpoint };
}

/** False where the file has gone meanwhile. */
async function copyPlain(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT" && !existsSync(from)) return false;
    throw error;
  }
  chmodSync(to, 0o600);
  return true;
}

/** Of a copy of the ledger. */
async function readCheckpoint(path: string): Promise<string | null> {
  const store = openSqliteLogStore(path);
  try {
    const note = await store.checkpoints.read();
    return note === null ? null : Buffer.from(note).toString("utf8");
  } finally {
    store.close();
    detachLog(path);
  }
}

async function writeManifest(folder: string, manifest: Manifest): Promise<Manifest> {
  const path = join(folder, manifestFile);
  await writeFile(path, formatManifest(manifest), { mode: 0o600, flush: true });
  const own = { path: manifestFile, sha256: (await scanFile(path)).sha256 };
  const sums = formatSums([own, ...manifest.files.map((file) => ({ ...file, path: `${dataFolder}/${file.path}` }))]);
  await writeFile(join(folder, sumsFile), sums, { mode: 0o600, flush: true });
  await syncPath(folder);
  return manifest;
}
