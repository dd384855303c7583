import type { ReopenCause } from "../cases/case-commands.ts";
import type { Role } from "../kernel/actor.ts";
import type { Stamp } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";
import type { Effect } from "../accounts/account-record.ts";
import type { AppealOutcome, DecisionOpening, Notice, OwnStep, Redress, Restoration } from "./decision.ts";

export type DecisionCommand =
  | { readonly kind: "open"; readonly opening: DecisionOpening }
  | {
      readonly kind: "note_delivery";
      readonly outcome: Notice["outcome"];
      readonly channel: string;
      readonly redress: Redress;
    }
  | { readonly kind: "note_login" }
  | { readonly kind: "apply"; readonly measure: string }
  /** `registerKey`: the account's keyed pseudonym; asked of `register` alone. */
  | { readonly kind: "confirm_applied"; readonly measure: string; readonly registerKey: string | null }
  | { readonly kind: "note_failure"; readonly measure: string; readonly reason: string }
  | { readonly kind: "expire"; readonly measure: string }
  | { readonly kind: "confirm_reversed"; readonly measure: string }
  | {
      readonly kind: "review_measure";
      readonly measure: string;
      readonly outcome: "keep" | "lift" | "final";
      readonly reason: string;
    }
  | { readonly kind: "confirm_emergency"; readonly statement: string }
  | { readonly kind: "lapse_emergency" }
  | { readonly kind: "appeal"; readonly points: readonly string[]; readonly evidence: readonly string[] }
  | { readonly kind: "extend_appeal"; readonly appellant: string; readonly reason: string }
  | {
      readonly kind: "decide_appeal";
      readonly appellant: string;
      readonly outcome: AppealOutcome;
      /** One for each point, in their order. */
      readonly answers: readonly string[];
      /** Measures that a partial reversal takes back; empty otherwise. */
      readonly reverse: readonly string[];
    }
  | { readonly kind: "confirm_step"; readonly step: OwnStep }
  | { readonly kind: "undo"; readonly reason: string }
  | { readonly kind: "file_dispute"; readonly body: string; readonly reference: string }
  | { readonly kind: "extend_dispute"; readonly reason: string }
  | { readonly kind: "decline_dispute"; readonly reason: string; readonly resolvedBefore: string }
  | {
      readonly kind: "conclude_dispute";
      readonly outcome: "upheld" | "partially_reversed" | "reversed";
      readonly implemented: boolean;
      readonly reason: string;
      readonly reverse: readonly string[];
    }
  | { readonly kind: "reopen"; readonly cause: ReopenCause; readonly reason: string }
  | { readonly kind: "supersede"; readonly by: string }
  | { readonly kind: "close" }
  | { readonly kind: "purge" };

export type DecisionKind = DecisionCommand["kind"];

export const decisionKinds: readonly DecisionKind[] = [
  "open",
  "note_delivery",
  "note_login",
  "apply",
  "confirm_applied",
  "note_failure",
  "expire",
  "confirm_reversed",
  "review_measure",
  "confirm_emergency",
  "lapse_emergency",
  "appeal",
  "extend_appeal",
  "decide_appeal",
  "confirm_step",
  "undo",
  "file_dispute",
  "extend_dispute",
  "decline_dispute",
  "conclude_dispute",
  "reopen",
  "supersede",
  "close",
  "purge",
];

/** An order to take measures back, with what else is to be put right. `base`: what the decision is once that is done. */
type Reversal = {
  readonly restoration: Restoration;
  readonly measures: readonly string[];
};

export type DecisionEvent = Stamp &
  (
    | {
        readonly kind: "decision_opened";
        readonly opening: DecisionOpening;
        readonly reviewAt: Readonly<Record<string, Instant>>;
      }
    | {
        readonly kind: "delivery_noted";
        readonly outcome: Notice["outcome"];
        readonly channel: string;
        readonly redress: Redress;
      }
    | { readonly kind: "person_informed" }
    | { readonly kind: "effect_ordered"; readonly measure: string }
    | {
        readonly kind: "measure_applied";
        readonly measure: string;
        readonly account: string;
        readonly effect: Effect;
        readonly registerKey: string | null;
      }
    | { readonly kind: "effect_failed"; readonly measure: string; readonly reason: string }
    | {
        readonly kind: "reversal_ordered";
        readonly measure: string;
        readonly as: Role;
        readonly endsAs: "expired" | "reversed";
      }
    | {
        readonly kind: "measure_ended";
        readonly measure: string;
        readonly account: string;
        readonly endsAs: "expired" | "reversed";
      }
    | {
        readonly kind: "measure_reviewed";
        readonly measure: string;
        readonly outcome: "keep" | "lift" | "final";
        readonly reason: string;
        readonly nextAt: Instant | null;
      }
    | { readonly kind: "emergency_confirmed"; readonly statement: string; readonly unseparated: readonly string[] }
    | { readonly kind: "emergency_lapsed" }
    | {
        readonly kind: "appealed";
        readonly points: readonly string[];
        readonly evidence: readonly string[];
        readonly dueAt: Instant;
      }
    | { readonly kind: "appeal_extended"; readonly appellant: string; readonly reason: string; readonly dueAt: Instant }
    | {
        readonly kind: "appeal_decided";
        readonly appellant: string;
        readonly outcome: AppealOutcome;
        readonly answers: readonly string[];
        readonly reverse: readonly string[];
        readonly unseparated: readonly string[];
      }
    | ({ readonly kind: "restoration_started" } & Reversal)
    | {
        readonly kind: "step_confirmed";
        readonly step: OwnStep;
        readonly account: string | null;
        readonly measures: readonly string[];
      }
    | { readonly kind: "restored"; readonly tookMs: number }
    | { readonly kind: "decision_undone"; readonly reason: string }
    | { readonly kind: "dispute_filed"; readonly body: string; readonly reference: string; readonly dueAt: Instant }
    | { readonly kind: "dispute_extended"; readonly reason: string; readonly dueAt: Instant }
    | { readonly kind: "dispute_declined"; readonly reason: string; readonly resolvedBefore: string }
    | {
        readonly kind: "dispute_concluded";
        readonly outcome: "upheld" | "partially_reversed" | "reversed";
        readonly implemented: boolean;
        readonly reason: string;
        readonly reverse: readonly string[];
      }
    | { readonly kind: "decision_reopened"; readonly cause: ReopenCause; readonly reason: string }
    | { readonly kind: "decision_superseded"; readonly supersededBy: string }
    | { readonly kind: "decision_closed" }
    | { readonly kind: "decision_purged" }
  );
