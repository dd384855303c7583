import type { Action } from "@breakwater/records";
import type { TruthRow } from "@breakwater/simulator";
import { toCsv } from "./csv.ts";

/** One action as a line of NDJSON, in the shape that `analyze` knows by itself. */
export function toActionLine(action: Action): string {
  return `${JSON.stringify(action)}\n`;
}

/** What was planted, one row for each account. */
export function toTruthCsv(truth: readonly TruthRow[]): string {
  const rows = truth.map((row) => [row.account, row.group, row.scenario, row.nature, row.role]);
  return toCsv(["account", "group", "scenario", "nature", "role"], rows);
}
