import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isEqualBytes } from "@breakwater/ledger";
import { LedgerFailure, toLedgerFailure } from "../ledger-failure.ts";
import type { StoredObject } from "../ports/object-store.ts";
import { inTransaction } from "../../sqlite/database.ts";
import type { LogStore } from "../ports/log-store.ts";

/** Objects that are written at a time: a disk takes several calls of fsync together. */
const handsMax = 16;

/**
 * Both ports in a plain folder, `checkpoint` and `tile/` laid out as C2SP tlog-tiles asks. What else stands in it is not to be
 * published: see `publishLog`. Every object costs a call of fsync; for many entries a second use SQLite.
 */
export function openDirectoryLogStore(folder: string): LogStore {
  const checkpointFile = join(folder, "checkpoint");
  // Made by the first who writes: what is published can be read where nothing can be written.
  let lock: DatabaseSync | null = null;
  return {
    objects: {
      put: (objects) =>
        attempt(async () => {
          await putObjects(folder, objects);
          for (const parent of new Set(objects.map(({ path }) => dirname(join(folder, path))))) fsyncPath(parent);
        }),
      get: (path) => attempt(() => readIfThere(join(folder, path))),
      list: (prefix) => attempt(() => listPaths(folder, prefix)),
      forget: (paths) =>
        attempt(() => {
          for (const path of paths) rmSync(join(folder, path), { force: true });
          for (const parent of new Set(paths.map((path) => dirname(join(folder, path))))) {
            if (readIfFolder(parent) !== null) fsyncPath(parent);
          }
        }),
    },
    checkpoints: {
      read: () => attempt(() => readIfThere(checkpointFile)),
      swap: (expected, next) =>
        attempt(() =>
          inTransaction((lock ??= openLock(folder)), () => {
            const held = readIfThere(checkpointFile);
            const isExpected = held === null || expected === null ? held === expected : isEqualBytes(held, expected);
            if (!isExpected) return false;
            renameSync(writeTemporary(folder, next), checkpointFile);
            fsyncPath(folder);
            return true;
          }),
        ),
    },
    close: () => lock?.close(),
  };
}

/** Node reaches no file lock of the kernel but SQLite's, and only those end with their process. */
function openLock(folder: string): DatabaseSync {
  makeFolders(folder);
  const lock = new DatabaseSync(join(folder, ".lock"));
  lock.exec("PRAGMA busy_timeout=10000");
  return lock;
}

/** Whatever fails, nothing is being written any more once this settles. */
async function putObjects(folder: string, objects: readonly StoredObject[]): Promise<void> {
  for (const parent of new Set(objects.map(({ path }) => dirname(join(folder, path))))) makeFolders(parent);
  const left = objects.values();
  const hands = Array.from({ length: handsMax }, async () => {
    for (const object of left) await putObject(folder, object);
  });
  for (const outcome of await Promise.allSettled(hands)) if (outcome.status === "rejected") throw outcome.reason;
}

/** Whole or not at all: written and synced under another name, then linked, which fails where something is there already. */
async function putObject(folder: string, { path, bytes }: StoredObject): Promise<void> {
  const file = join(folder, path);
  const temporary = temporaryIn(dirname(file));
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(temporary, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const held = readIfThere(file);
    if (held === null || !isEqualBytes(held, bytes)) {
      throw new LedgerFailure("object_differs", `Other bytes stand at ${path} already.`, error);
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Random, because the process that is started after a kill may have the same id, and what was left behind the same number. */
function temporaryIn(folder: string): string {
  return join(folder, `.new-${randomUUID()}`);
}

function writeTemporary(folder: string, bytes: Uint8Array): string {
  const file = temporaryIn(folder);
  const descriptor = openSync(file, "wx");
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return file;
}

/** A new folder is durable once its parent is synced. */
function makeFolders(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) fsyncPath(dirname(made));
}

function fsyncPath(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readIfThere(file: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR" || codeOf(error) === "EISDIR") return null;
    throw error;
  }
}

function listPaths(folder: string, prefix: string): readonly string[] {
  const parent = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  const names = readIfFolder(join(folder, parent)) ?? [];
  const paths = names.flatMap((entry) => {
    const path = `${parent}${entry.name}`;
    if (entry.isDirectory()) return `${path}/`.startsWith(prefix) ? listPaths(folder, `${path}/`) : [];
    return path.startsWith(prefix) && !entry.name.startsWith(".") ? [path] : [];
  });
  return paths.sort();
}

function readIfFolder(
  folder: string,
): readonly { readonly name: string; readonly isDirectory: () => boolean }[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function attempt<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toLedgerFailure(error);
  }
}
