import { readRestoredMark } from "../backup/restored-mark.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { hasTable, readDatabase } from "./read-database.ts";

const lateMs = 2 * 86_400_000;

/** What is past its time has been deleted, as far as the service had time for it. */
export function checkRetention({ layout, now }: Examination): readonly Finding[] {
  const mark = readRestoredMark(layout.data);
  if (mark !== null) return [find("retention", "restore_unfinished", { at: mark.backedUpAt })];
  const states = readDatabase(layout.state, (db) =>
    hasTable(db, "lifecycle_rule")
      ? db.prepare("SELECT name, ran_at, failure FROM lifecycle_rule ORDER BY name").all()
      : [],
  );
  if (states.length === 0) return [find("retention", "retention_not_yet")];
  const failing = states.flatMap(({ name, failure }) =>
    failure === null ? [] : [find("retention", "retention_failing", { rule: String(name), reason: String(failure) })],
  );
  if (failing.length > 0) return failing;
  const latest = Math.max(...states.map((state) => Number(state["ran_at"])));
  return [find("retention", now - latest > lateMs ? "retention_late" : "retention_runs", { at: latest })];
}
