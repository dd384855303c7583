import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { LifecycleFailure, toLifecycleFailure } from "../lifecycle-failure.ts";

/**
 * Whether a database that nobody writes to is whole, by SQLite's own quick check, without writing beside it. Throws a `LifecycleFailure` that calls it
 * `name` where it is not.
 */
export function checkCopy(path: string, name: string): void {
  const url = pathToFileURL(path);
  // Else SQLite would want to make files for other readers, on media that may take none.
  url.searchParams.set("immutable", "1");
  let verdict: string;
  try {
    const db = new DatabaseSync(url, { readOnly: true });
    try {
      verdict = String(db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"]);
    } finally {
      db.close();
    }
  } catch (error) {
    throw toLifecycleFailure(error, name);
  }
  if (verdict !== "ok") throw new LifecycleFailure("database_damaged", { path: name, detail: verdict.slice(0, 200) });
}
