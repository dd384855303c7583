import { DatabaseSync } from "node:sqlite";

/** Another process works on the same data. */
export class LockedError extends Error {
  constructor(path: string) {
    super(`Another Breakwater is running on this data (${path}); stop it first.`);
    this.name = "LockedError";
  }
}

/** Keeps every other process off the data until it is released; a process that is killed releases it by dying. Throws a `LockedError`. */
export function takeLock(path: string): { readonly release: () => void } {
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA busy_timeout=0; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) throw new LockedError(path);
    throw error;
  }
  return { release: () => db.close() };
}
