import type { Role } from "../kernel/actor.ts";
import type { Instant } from "../kernel/time.ts";
import type { FindingRole } from "../ladder/finding-roles.ts";
import type { Grade } from "../ladder/grades.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import type { StatementDraft } from "../statements/compose-statement.ts";
import type { StatementFields } from "../statements/statement-fields.ts";

export type RuleVersion = { readonly id: string; readonly version: string };

/** What is proposed for one account. Its decision, statement and appeal will be its own. */
export type ProposedItem = {
  readonly decision: string;
  readonly account: string;
  readonly rule: RuleVersion;
  readonly measures: readonly PlannedMeasure[];
  readonly draft: StatementDraft;
  readonly alternatives: string;
  /** Why a lower measure would not do. */
  readonly proportionality: string;
  /** Where the harm is commercial and money is left alone while the account is not: why. Null otherwise. */
  readonly whyNotMoneyFirst: string | null;
  /** Strikes, by measure id, that the choice of level rests on. */
  readonly strikesReliedOn: readonly string[];
  /** The published determination that a decision about a false claim rests on. */
  readonly determination: string | null;
  /** The decision on the same account that this one replaces, after a reopening. */
  readonly supersedes: string | null;
};

export const noActionReasons = [
  "authentic_coordination",
  "no_violation",
  "insufficient_evidence",
  "opinion",
  "corrected_by_author",
  "already_decided",
] as const;
export type NoActionReason = (typeof noActionReasons)[number];

/** The proposed item with what the machine composed for it. `statement` null: nothing is restricted. */
export type ComposedItem = ProposedItem & {
  readonly role: FindingRole;
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly allegation: string;
  readonly statement: StatementFields | null;
};

export type BlindJudgement = {
  readonly by: string;
  readonly account: string;
  readonly role: FindingRole;
  readonly agrees: boolean;
};

export type ActionProposal = {
  readonly kind: "action";
  readonly by: string;
  readonly as: Role;
  readonly at: Instant;
  readonly items: readonly ComposedItem[];
  readonly bulk: boolean;
  readonly emergency: boolean;
  /** Why somebody was not heard where the ladder asks for it; null when all were, or life was in danger. */
  readonly hearingSkipped: string | null;
  /** Accounts that the approver judges without seeing what was proposed. Null until drawn. */
  readonly sample: readonly string[] | null;
  readonly judgements: readonly BlindJudgement[];
};

export type NoActionProposal = {
  readonly kind: "no_action";
  readonly by: string;
  readonly as: Role;
  readonly at: Instant;
  readonly reason: NoActionReason;
  readonly decision: string;
  /** Decisions of this case, reopened, that are lifted by it. */
  readonly supersedes: readonly string[];
};

export type Proposal = ActionProposal | NoActionProposal;
