import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { hasTable, readDatabase } from "./read-database.ts";

const lateMs = 86_400_000;

/** Whatever restricts has a statement that went out, or is about to. */
export function checkStatements({ config, layout, now }: Examination): readonly Finding[] {
  const isOn = config.statements.export_url !== undefined;
  return readDatabase(layout.state, (db) => {
    if (!hasTable(db, "statements")) return [find("statements", "statements_not_yet")];
    const rows = db
      .prepare("SELECT status, count(*) AS count, min(at) AS oldest FROM statements GROUP BY status")
      .all();
    const of = (status: string) => rows.find((row) => row["status"] === status);
    const count = (status: string): number => Number(of(status)?.["count"] ?? 0);
    const findings: Finding[] = [];
    if (count("refused") > 0) findings.push(find("statements", "statements_refused", { count: count("refused") }));
    if (count("withheld") > 0) findings.push(find("statements", "statements_withheld", { count: count("withheld") }));
    const oldest = of("queued")?.["oldest"];
    const isLate = isOn && typeof oldest === "number" && now - oldest > lateMs;
    if (isLate) findings.push(find("statements", "statements_late", { count: count("queued"), at: oldest }));
    const note = db.prepare("SELECT value FROM statements_note WHERE name = 'reconciliation'").get()?.["value"];
    const newest = typeof note === "string" ? (JSON.parse(note) as { restrictions: number; statements: number }) : null;
    if (newest !== null && newest.restrictions !== newest.statements) {
      const { restrictions, statements } = newest;
      findings.push(find("statements", "statements_missing", { restrictions, statements }));
    }
    if (findings.length > 0) return findings;
    const [queued, accepted] = [count("queued"), count("accepted")];
    return [find("statements", isOn ? "statements_fit" : "statements_kept", { queued, accepted })];
  });
}
