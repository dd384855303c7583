import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isEqualBytes } from "@breakwater/ledger";
import { LedgerFailure, toLedgerFailure } from "../ledger-failure.ts";
import type { StoredObject } from "../ports/object-store.ts";
import { inTransaction } from "./sqlite-database.ts";
import type { LogStore } from "../ports/log-store.ts";

/**
 * Both ports in a plain folder, which any web server can publish as it is: `checkpoint` and `tile/` are laid out as C2SP
 * tlog-tiles asks. Every object costs a few calls of fsync; for many entries a second use SQLite.
 */
export function openDirectoryLogStore(folder: string): LogStore {
  mkdirSync(folder, { recursive: true });
  const checkpointFile = join(folder, "checkpoint");
  // Node reaches no file lock of the kernel but SQLite's, and only those end with their process.
  const lock = new DatabaseSync(join(folder, ".lock"));
  lock.exec("PRAGMA busy_timeout=10000");
  return {
    objects: {
      put: (objects) =>
        attempt(() => {
          for (const object of objects) putObject(folder, object);
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
          inTransaction(lock, () => {
            const held = readIfThere(checkpointFile);
            const isExpected = held === null || expected === null ? held === expected : isEqualBytes(held, expected);
            if (!isExpected) return false;
            renameSync(writeTemporary(folder, next), checkpointFile);
            fsyncPath(folder);
            return true;
          }),
        ),
    },
    close: () => lock.close(),
  };
}

/** Whole or not at all: written and synced under another name, then linked, which fails where something is there already. */
function putObject(folder: string, { path, bytes }: StoredObject): void {
  const file = join(folder, path);
  makeFolders(dirname(file));
  const temporary = writeTemporary(dirname(file), bytes);
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const held = readIfThere(file);
    if (held === null || !isEqualBytes(held, bytes)) {
      throw new LedgerFailure("object_differs", `Other bytes stand at ${path} already.`, error);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

let temporaries = 0;

function writeTemporary(folder: string, bytes: Uint8Array): string {
  const file = join(folder, `.new-${process.pid}-${temporaries++}`);
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

async function attempt<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw toLedgerFailure(error);
  }
}
