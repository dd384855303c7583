import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import type { Layout } from "../../main/layout.ts";

export type BackupItem = {
  /** From the data folder, with `/` on every system. */
  readonly path: string;
  readonly kind: "sqlite" | "plain";
};

const sqliteHeader = "SQLite format 3\0";

/**
 * What of the data belongs into a backup, in the order in which it has to be held fast: what refers comes before what it refers to.
 * `state.sqlite` names entries of the ledger and records of the action log, so it is first. Among the segments of actions the newest
 * is first: an action that is being taken away from an older one is then gone without the record that says so, and never the other way
 * round, there although it was taken away.
 */
export function listBackupItems(layout: Layout): readonly BackupItem[] {
  const keys = `${realpathSync(layout.keys)}${sep}`;
  const paths = listFiles(layout.data, "").filter((path) => !isLeftOut(path));
  return paths
    .filter((path) => !realpathSync(join(layout.data, path)).startsWith(keys))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1) * (rankOf(a) === newestFirst ? -1 : 1))
    .map((path) => ({ path, kind: isSqlite(join(layout.data, path)) ? "sqlite" : "plain" }));
}

/** What is made anew, belongs to one process, or is a copy already. */
export function isLeftOut(path: string): boolean {
  const [top = ""] = path.split("/");
  const name = basename(path);
  // Locks of those who write.
  if (name.startsWith(".")) return true;
  if (top === "snapshots" || top.startsWith("claims.index")) return true;
  // A copy from before a migration holds what was erased or forgotten since.
  if (top.startsWith("lock.sqlite") || /\.before-/.test(name)) return true;
  return /-(?:wal|shm|journal)$|\.(?:new|tmp|partial)(?:-[^/]*)?$/.test(name) || top === "restored.json";
}

const newestFirst = 3;

function rankOf(path: string): number {
  if (path === "state.sqlite") return 0;
  if (path.startsWith("ledger/")) return 2;
  return path.startsWith("actions/") ? newestFirst : 1;
}

function listFiles(folder: string, prefix: string): readonly string[] {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = prefix === "" ? name : `${prefix}/${name}`;
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (found?.isDirectory() === true) return isLeftOut(path) ? [] : listFiles(folder, path);
    return found?.isFile() === true ? [path] : [];
  });
}

function isSqlite(path: string): boolean {
  const bytes = Buffer.alloc(sqliteHeader.length);
  const file = openSync(path, "r");
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  return bytes.toString("latin1") === sqliteHeader || (path.endsWith(".sqlite") && bytes.every((byte) => byte === 0));
}
