import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mirrorLog, type LogStore } from "@breakwater/server/ledger";
import { openLogStore } from "./open-log-store.ts";

/** What somebody named to be judged: a bundle, the folder of a log, or the address at which one is published. */
export type LogPlace = "bundle" | "folder" | "address";

export function findLogPlace(place: string): LogPlace {
  if (/^https?:\/\//i.test(place)) return "address";
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true ? "folder" : "bundle";
}

/** Opens a log for as long as `work` takes. What an address publishes is copied first, and the copy is gone afterwards. */
export async function withLog<T>(
  place: string,
  kind: Exclude<LogPlace, "bundle">,
  work: (store: LogStore) => Promise<T>,
): Promise<T> {
  if (kind === "folder") return withFolder(place, work);
  const folder = mkdtempSync(join(tmpdir(), "breakwater-log-"));
  try {
    await mirrorLog(place, folder, { fetch: (url, init) => fetch(url, init) });
    return await withFolder(folder, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withFolder<T>(folder: string, work: (store: LogStore) => Promise<T>): Promise<T> {
  const store = openLogStore(folder);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
