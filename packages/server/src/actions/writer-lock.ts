import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ActionLogFailure } from "./action-log-failure.ts";

/** Keeps everybody else from writing to the folder until it is released or the process ends, however it ends. */
export function takeWriterLock(folder: string): { readonly release: () => void } {
  // Node reaches no file lock of the kernel but SQLite's, and only those end with their process.
  const db = new DatabaseSync(join(folder, ".writer"), { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    throw new ActionLogFailure("another_writer", "Another process writes to the action log; stop it first.", error);
  }
  return { release: () => db.close() };
}
