import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { chmod, copyFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Layout } from "../../main/layout.ts";
import { LifecycleFailure, toLifecycleFailure } from "../lifecycle-failure.ts";
import type { Manifest } from "./manifest.ts";
import { dataFolder } from "./manifest.ts";
import { restoredFile, type RestoredMark } from "./restored-mark.ts";
import { scanFile, syncPath } from "./scan-file.ts";
import { verifyBackup } from "./verify-backup.ts";

export type RestoreOptions = {
  readonly now: () => number;
  readonly onFile?: (path: string, done: number, all: number) => void;
  /** The folder itself stays, because something is mounted there or what it stands in cannot be written; found out unless stated. */
  readonly isInPlace?: boolean;
};

/**
 * Puts the data of a backup where `layout` has its data, which must be an empty folder or none. The backup is verified first and every
 * copy once more, so that what appears, by one rename, is what was backed up; in place it is several, the state database last. Keys are not
 * touched: they come from where they are kept apart. A mark is left behind for the next start, see `finishRestore`.
 */
export async function restoreBackup(folder: string, layout: Layout, options: RestoreOptions): Promise<Manifest> {
  const target = resolve(layout.data);
  refuseTarget(folder, target);
  const manifest = await verifyBackup(folder, options.onFile);
  const isInPlace = options.isInPlace ?? isFixed(target);
  let partial: string | null = null;
  try {
    mkdirSync(isInPlace ? target : dirname(target), { recursive: true, mode: 0o700 });
    partial = mkdtempSync(isInPlace ? join(target, ".restoring-") : `${target}.partial-`);
    refuseNoRoom(partial, manifest);
    await copyFiles(folder, partial, manifest);
    const mark: RestoredMark = { backedUpAt: manifest.startedAt, restoredAt: options.now(), version: manifest.version };
    await writeFile(join(partial, restoredFile), `${JSON.stringify(mark)}\n`, { mode: 0o600, flush: true });
    await syncPath(partial);
    await (isInPlace ? moveInto(partial, target) : replace(partial, target));
    return manifest;
  } catch (error) {
    throw toLifecycleFailure(error, target);
  } finally {
    if (partial !== null) rmSync(partial, { recursive: true, force: true });
  }
}

function isFixed(target: string): boolean {
  if (!existsSync(target)) return false;
  try {
    accessSync(dirname(target), constants.W_OK);
  } catch {
    return true;
  }
  return statSync(target).dev !== statSync(dirname(target)).dev;
}

async function replace(partial: string, target: string): Promise<void> {
  if (existsSync(target)) rmdirSync(target);
  await rename(partial, target);
  await syncPath(dirname(target));
}

/** Without the state database nothing of the rest is taken for data. */
async function moveInto(partial: string, target: string): Promise<void> {
  const names = readdirSync(partial).sort((a, b) => Number(a === stateFile) - Number(b === stateFile));
  for (const name of names) await rename(join(partial, name), join(target, name));
  await syncPath(target);
}

const stateFile = "state.sqlite";

function refuseTarget(folder: string, target: string): void {
  if (!existsSync(folder)) throw new LifecycleFailure("manifest_damaged", { path: folder });
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new LifecycleFailure("target_exists", { path: target });
  if (`${target}${sep}`.startsWith(`${realpathSync(folder)}${sep}`)) {
    throw new LifecycleFailure("target_inside", { path: target });
  }
}

function refuseNoRoom(folder: string, { files }: Manifest): void {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed) throw new LifecycleFailure("no_room", { path: folder, detail: String(needed) });
}

async function copyFiles(folder: string, partial: string, { files }: Manifest): Promise<void> {
  const parents = new Set<string>();
  for (const { path, sha256 } of files) {
    const target = join(partial, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    parents.add(dirname(target));
    await copyFile(join(folder, dataFolder, path), target);
    await chmod(target, 0o600);
    if ((await scanFile(target)).sha256 !== sha256) throw new LifecycleFailure("file_damaged", { path });
    await syncPath(target);
  }
  for (const parent of parents) await syncPath(parent);
}
