import type { Role } from "../kernel/actor.ts";
import type { Base } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";
import type { NoActionReason, RuleVersion } from "../cases/proposal.ts";
import type { FindingRole } from "../ladder/finding-roles.ts";
import type { Grade } from "../ladder/grades.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import type { StatementFields } from "../statements/statement-fields.ts";

export const decisionStatuses = [
  "absent",
  "decided_action",
  "in_force",
  "decided_no_action",
  "appealed",
  "appeal_upheld",
  "restoring",
  "restored",
  "external_dispute",
  "implemented",
  "not_implemented",
  "reopened",
  "closed",
  "purged",
] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** What a decision is when no appeal, restoration or dispute is under way. */
export type RestStatus = Exclude<DecisionStatus, "absent" | "appealed" | "restoring" | "external_dispute">;

/** A decision about one account, as the second person approved it. */
export type ActionOpening = {
  readonly kind: "action";
  readonly decision: string;
  readonly caseId: string;
  readonly account: string;
  readonly role: FindingRole;
  readonly grade: Grade;
  readonly rule: RuleVersion;
  readonly allegation: string;
  /** Evidence of the finding, by id. */
  readonly evidence: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  readonly statement: StatementFields | null;
  readonly proposer: string;
  readonly proposerAs: Role;
  readonly approver: string | null;
  readonly senior: boolean;
  readonly emergencyUntil: Instant | null;
  readonly hearingSkipped: string | null;
  readonly bulk: boolean;
  readonly unseparated: readonly string[];
  /** Strikes, by measure id, on which the level was chosen: when one falls, the level is chosen again. */
  readonly strikesReliedOn: readonly string[];
  /** Staff who took part in the case. */
  readonly people: readonly string[];
  readonly reporters: readonly string[];
};

/** A decision to leave alone. Whoever reported can appeal it. */
export type NoActionOpening = {
  readonly kind: "no_action";
  readonly decision: string;
  readonly caseId: string;
  readonly account: null;
  readonly reason: NoActionReason;
  readonly measures: readonly [];
  readonly statement: null;
  readonly proposer: string;
  readonly proposerAs: Role;
  readonly approver: string | null;
  readonly people: readonly string[];
  readonly reporters: readonly string[];
};

export type DecisionOpening = ActionOpening | NoActionOpening;

/** `reversing`: the platform was told to take it back and has not confirmed. */
export type MeasureStatus = "planned" | "applying" | "active" | "failed" | "reversing" | "expired" | "reversed";

export type MeasureRecord = {
  readonly planned: PlannedMeasure;
  readonly status: MeasureStatus;
  readonly appliedAt: Instant | null;
  /** As the statement told it: counted from the decision, so that a late effect is a shorter one. Null: until reversed. */
  readonly endAt: Instant | null;
  /** When people look again at what has no end; null where there is one. */
  readonly reviewAt: Instant | null;
  readonly endsAs: "expired" | "reversed" | null;
  /** Stands for good, after the time to appeal: does not keep the decision open. */
  readonly final: boolean;
  readonly failures: number;
};

/** How the person can object. Without all three, nothing was delivered. */
export type Redress = { readonly complaint: string; readonly disputeBody: string; readonly court: string };

export type Notice = {
  readonly outcome: "delivered" | "failed" | "contact_unknown";
  readonly channel: string;
  readonly firstAttemptAt: Instant;
  readonly redress: Redress;
};

export type AppealOutcome = "upheld" | "partially_reversed" | "reversed" | "omitted";

export type Appeal = {
  readonly appellant: string;
  readonly as: Role;
  readonly at: Instant;
  readonly points: readonly string[];
  readonly evidence: readonly string[];
  readonly dueAt: Instant;
  readonly outcome: AppealOutcome | null;
  readonly decidedBy: string | null;
  readonly answers: readonly string[];
};

export const ownSteps = ["strikes", "detector_labels", "later_decisions"] as const;
export type OwnStep = (typeof ownSteps)[number];

/** What is to be given back, and how much of it is. */
export type Restoration = {
  readonly cause: "appeal" | "dispute" | "undone" | "emergency_lapsed" | "superseded";
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly measures: readonly string[];
  readonly pendingMeasures: readonly string[];
  readonly pendingSteps: readonly OwnStep[];
  readonly restoredAt: Instant | null;
};

export type Dispute = {
  readonly body: string;
  readonly reference: string;
  readonly filedBy: string;
  readonly dueAt: Instant;
  readonly isOpen: boolean;
};

export type DecisionState = Base<DecisionStatus> & {
  readonly rest: RestStatus | "absent";
  readonly opening: DecisionOpening | null;
  readonly decidedAt: Instant | null;
  readonly people: readonly string[];
  readonly emergencyUntil: Instant | null;
  readonly notice: Notice | null;
  readonly informedAt: Instant | null;
  readonly measures: Readonly<Record<string, MeasureRecord>>;
  readonly appeals: Readonly<Record<string, Appeal>>;
  readonly restoration: Restoration | null;
  readonly dispute: Dispute | null;
  readonly supersededBy: string | null;
};

export const absentDecision: DecisionState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  rest: "absent",
  opening: null,
  decidedAt: null,
  people: [],
  emergencyUntil: null,
  notice: null,
  informedAt: null,
  measures: {},
  appeals: {},
  restoration: null,
  dispute: null,
  supersededBy: null,
};

export function isRestoring({ restoration }: DecisionState): boolean {
  return restoration !== null && restoration.pendingMeasures.length + restoration.pendingSteps.length > 0;
}

export function hasOpenAppeal({ appeals }: DecisionState): boolean {
  return Object.values(appeals).some(({ outcome }) => outcome === null);
}

export function hasEnded({ status }: MeasureRecord): boolean {
  return status === "expired" || status === "reversed";
}
