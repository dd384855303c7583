import { existsSync } from "node:fs";
import { join } from "node:path";
import { ledgerFiles } from "../../ledger/open-ledger-at.ts";
import { listBackupItems } from "../backup/list-items.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { readDatabase } from "./read-database.ts";

/** Every database of the data, and that of the payload keys, is whole by SQLite's own check. */
export function checkDatabases({ layout, isDeep }: Examination): readonly Finding[] {
  const payloadKeys = join(layout.payloadKeys, ledgerFiles.payloadKeys);
  const paths = [
    ...listBackupItems(layout).flatMap(({ path, kind }) => (kind === "sqlite" ? [join(layout.data, path)] : [])),
    ...(existsSync(payloadKeys) ? [payloadKeys] : []),
  ];
  const findings = paths.flatMap((path) => judge(path, isDeep ? "integrity_check" : "quick_check"));
  return findings.length > 0 ? findings : [find("databases", "databases_whole", { count: paths.length })];
}

function judge(path: string, pragma: "integrity_check" | "quick_check"): readonly Finding[] {
  try {
    const verdict = readDatabase(path, (db) => String(db.prepare(`PRAGMA ${pragma}(1)`).get()?.[pragma]));
    return verdict === "ok" ? [] : [find("databases", "database_damaged", { path, reason: verdict.slice(0, 200) })];
  } catch (error) {
    // Segments go at the end of their time.
    if (!existsSync(path)) return [];
    const reason = error instanceof Error ? error.message : String(error);
    const primary = error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : 0;
    const isDamaged = primary === 11 || primary === 26;
    return [find("databases", isDamaged ? "database_damaged" : "database_unreadable", { path, reason })];
  }
}
