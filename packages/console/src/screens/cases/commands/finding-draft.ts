import { severityFactors } from "@breakwater/contract";
import type { FindingRole, Grade } from "../../../words/case-terms.ts";
import type { CaseBody } from "./use-case-command.ts";

/** A finding as it is being written. */
export type FindingDraft = {
  readonly account: string;
  readonly role: FindingRole;
  readonly grade: Grade;
  readonly allegation: string;
  /** Null: all that shows the account, as long as nobody has chosen. */
  readonly evidence: readonly string[] | null;
  readonly severity: Readonly<Record<string, { readonly weight: number; readonly reason: string }>>;
};

type FindingInput = Extract<CaseBody, { kind: "record_finding" }>["finding"];

/** The finding, once nothing that the API will ask for is missing: then null no more. Factors that do not weigh are left out. */
export function toFinding(draft: FindingDraft & { readonly evidence: readonly string[] }): FindingInput | null {
  const { account, role, grade, allegation, evidence, severity } = draft;
  const weighing = severityFactors.flatMap((factor) => {
    const held = severity[factor];
    if (held === undefined || (held.weight !== 1 && held.weight !== 2)) return [];
    return [[factor, { weight: held.weight, reason: held.reason.trim() }] as const];
  });
  const isReasoned = weighing.every(([, { reason }]) => reason !== "") && (grade === "minor" || weighing.length > 0);
  if (account === "" || allegation.trim() === "" || evidence.length === 0 || !isReasoned) return null;
  return {
    account,
    role,
    grade,
    allegation: allegation.trim(),
    evidence: [...evidence],
    severity: Object.fromEntries(weighing),
  };
}
