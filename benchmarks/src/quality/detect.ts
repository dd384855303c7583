import type { Action, ObjectKind } from "@breakwater/records";
import { createDetector, defaultOptions, type EngineOptions, type Findings } from "@breakwater/engine";
import type { Columns } from "../data/columns.ts";

const pushActions = 20_000;

/** Rows of co-action as actions: reposts of posts unless told otherwise. Ids are row numbers. */
export function toActions(rows: Columns, kind: ObjectKind = "post"): readonly Action[] {
  return rows.account.map((account, row) => ({
    id: String(row),
    at: rows.at[row],
    account,
    kind: kind === "post" ? "repost" : "post",
    objects: [{ kind, id: rows.object[row] }],
  }));
}

/** One judgement over the whole input, as in `analyze` of a file. */
export function detect(actions: readonly Action[], options: Partial<EngineOptions> = {}): Findings {
  const detector = createDetector({ ...defaultOptions, ...options });
  for (let from = 0; from < actions.length; from += pushActions) detector.push(actions.slice(from, from + pushActions));
  const [findings] = detector.advance(Number.POSITIVE_INFINITY);
  if (findings === undefined) throw new Error("the detector judged nothing at the end of the input");
  return findings;
}

/** Every account of every group, whatever its role. */
export function flaggedAccounts(findings: Findings): ReadonlySet<string> {
  return new Set(findings.groups.flatMap((group) => group.accounts.map(({ account }) => account)));
}
