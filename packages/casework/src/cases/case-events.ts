import type { Stamp } from "../kernel/machine.ts";
import type { Priority } from "../kernel/settings.ts";
import type { Instant } from "../kernel/time.ts";
import type { FindingRole } from "../ladder/finding-roles.ts";
import type { TransferContent } from "../transfers/transfer-content.ts";
import type { CaseOpening } from "./case.ts";
import type { ReopenCause } from "./case-commands.ts";
import type { DecidedItem } from "./decided-item.ts";
import type { EvidenceItem } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { NoActionProposal, NoActionReason, Proposal } from "./proposal.ts";

export type CaseEvent = Stamp &
  (
    | { readonly kind: "case_opened"; readonly opening: CaseOpening; readonly limitMs: number }
    | { readonly kind: "report_joined"; readonly lead: string; readonly reporter: string }
    | { readonly kind: "case_assigned" }
    | { readonly kind: "priority_set"; readonly priority: Priority; readonly reason: string; readonly limitMs: number }
    | { readonly kind: "evidence_added"; readonly item: EvidenceItem }
    | { readonly kind: "finding_recorded"; readonly finding: Finding }
    | { readonly kind: "partner_asked"; readonly transfer: string; readonly content: TransferContent }
    | { readonly kind: "partner_heard"; readonly transfer: string }
    | { readonly kind: "hearing_started"; readonly account: string; readonly replyMs: number }
    | {
        readonly kind: "hearing_delivery_noted";
        readonly account: string;
        readonly outcome: "delivered" | "failed" | "contact_unknown";
        readonly dueAt: Instant | null;
      }
    | { readonly kind: "reply_recorded"; readonly account: string; readonly text: string }
    | { readonly kind: "hearing_ended"; readonly account: string; readonly replied: boolean }
    | { readonly kind: "proposed"; readonly proposal: Proposal }
    | { readonly kind: "sample_drawn"; readonly accounts: readonly string[]; readonly seed: number }
    | { readonly kind: "sample_judged"; readonly account: string; readonly role: FindingRole; readonly agrees: boolean }
    | { readonly kind: "proposal_rejected"; readonly reason: string }
    | {
        readonly kind: "action_decided";
        /** Decisions that open now; the rest waits for `stage_released`. */
        readonly stage: readonly DecidedItem[];
        readonly waiting: readonly DecidedItem[];
        readonly bulk: boolean;
        readonly approver: string | null;
        readonly statement: string;
        readonly emergencyUntil: Instant | null;
      }
    | {
        readonly kind: "no_action_decided";
        readonly reason: NoActionReason;
        readonly proposal: NoActionProposal;
        readonly approver: string | null;
      }
    | { readonly kind: "stage_released"; readonly stage: readonly DecidedItem[] }
    | {
        readonly kind: "bulk_undone";
        readonly reason: string;
        readonly decisions: readonly string[];
        readonly dropped: readonly string[];
      }
    | { readonly kind: "case_reopened"; readonly cause: ReopenCause; readonly reason: string }
    | { readonly kind: "decision_settled"; readonly decision: string }
    | { readonly kind: "self_review_noted"; readonly review: string }
    | {
        readonly kind: "legal_hold_requested";
        readonly basis: string;
        readonly owner: string;
        readonly reviewAt: Instant;
      }
    | { readonly kind: "legal_hold_confirmed" }
    | { readonly kind: "legal_hold_released"; readonly reason: string }
    | { readonly kind: "case_closed"; readonly retainUntil: Instant }
    | { readonly kind: "case_purged"; readonly evidence: number; readonly decisions: readonly string[] }
  );
