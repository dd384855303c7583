import { existsSync } from "node:fs";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { hasTable, readDatabase } from "./read-database.ts";

/** No machine runs this version before. */
const releasedAt = Date.UTC(2026, 0, 1);
const slackMs = 5 * 60_000;

/** Not before what was written last, not before this version, and kept right by the system. */
export function checkClock({ layout, now, isClockSynchronised }: Examination): readonly Finding[] {
  if (now < releasedAt) return [find("clock", "clock_before_release", { now })];
  const newest = existsSync(layout.state) ? readNewest(layout.state) : 0;
  if (newest > now + slackMs) return [find("clock", "clock_behind", { now, newest })];
  return [find("clock", isClockSynchronised === false ? "clock_not_synchronised" : "clock_fits", { now })];
}

/** Of the newest notice; 0 where there is none. */
function readNewest(path: string): number {
  try {
    return readDatabase(path, (db) =>
      hasTable(db, "outbox")
        ? Number(db.prepare("SELECT at FROM outbox ORDER BY sequence DESC LIMIT 1").get()?.["at"] ?? 0)
        : 0,
    );
  } catch {
    // The check of the databases says so.
    return 0;
  }
}
