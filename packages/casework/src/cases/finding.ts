import type { FindingRole } from "../ladder/finding-roles.ts";
import { findingRoles } from "../ladder/finding-roles.ts";
import type { Grade } from "../ladder/grades.ts";
import { grades } from "../ladder/grades.ts";

export const severityFactors = [
  "harm_to_persons",
  "deception",
  "scale",
  "persistence",
  "vulnerable_target",
  "commercial_benefit",
] as const;
export type SeverityFactor = (typeof severityFactors)[number];

/** What is held about one account: the part it played, and on which evidence of its own. */
export type Finding = {
  readonly account: string;
  readonly role: FindingRole;
  readonly evidence: readonly string[];
  /** In plain words, as the person will read them. */
  readonly allegation: string;
  /** Chosen by people, from the factors below; a sum would pretend to an exactness that is not there. */
  readonly grade: Grade;
  /** Each factor that weighs has its reason in words. */
  readonly severity: Readonly<Partial<Record<SeverityFactor, { readonly weight: 0 | 1 | 2; readonly reason: string }>>>;
};

/** Whether the finding is complete: an allegation, known code words, and a written reason for every weight and every grade above minor. */
export function isReasoned(finding: Finding): boolean {
  const weights = Object.values(finding.severity);
  const weighing = weights.filter(({ weight }) => weight > 0);
  return (
    finding.allegation.trim() !== "" &&
    findingRoles.includes(finding.role) &&
    grades.includes(finding.grade) &&
    weighing.every(({ reason }) => reason.trim() !== "") &&
    (finding.grade === "minor" || weighing.length > 0)
  );
}

export function isCommercial(finding: Finding): boolean {
  return (finding.severity.commercial_benefit?.weight ?? 0) > 0;
}
