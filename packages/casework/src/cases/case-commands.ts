import type { Priority } from "../kernel/settings.ts";
import type { FindingRole } from "../ladder/finding-roles.ts";
import type { TransferContent } from "../transfers/transfer-content.ts";
import type { CaseOpening } from "./case.ts";
import type { EvidenceItem } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import type { NoActionReason, ProposedItem } from "./proposal.ts";

export const reopenCauses = [
  "next_batch",
  "new_evidence",
  "court_order",
  "appeal",
  "audit",
  "emergency_lapsed",
  "strike_fell",
] as const;
export type ReopenCause = (typeof reopenCauses)[number];

export type CaseCommand =
  | ({ readonly kind: "open" } & CaseOpening)
  /** Another notice about the same. */
  | { readonly kind: "join_report"; readonly lead: string; readonly reporter: string }
  /** `conflict`: what the person declares about their own interest; null is "none". */
  | { readonly kind: "assign"; readonly conflict: string | null }
  | { readonly kind: "set_priority"; readonly priority: Priority; readonly reason: string }
  | { readonly kind: "add_evidence"; readonly item: EvidenceItem }
  | { readonly kind: "record_finding"; readonly finding: Finding }
  | { readonly kind: "ask_partner"; readonly transfer: string; readonly content: TransferContent }
  | { readonly kind: "hear_partner"; readonly transfer: string }
  | { readonly kind: "start_hearing"; readonly account: string; readonly declaredMedia: boolean }
  | {
      readonly kind: "note_hearing_delivery";
      readonly account: string;
      readonly outcome: "delivered" | "failed" | "contact_unknown";
    }
  | { readonly kind: "reply"; readonly account: string; readonly text: string }
  | { readonly kind: "end_hearing"; readonly account: string }
  | {
      readonly kind: "propose";
      readonly items: readonly ProposedItem[];
      readonly emergency: boolean;
      /** Why accounts were not heard, where notice would defeat the measure; null when all were. */
      readonly hearingSkipped: string | null;
    }
  | {
      readonly kind: "propose_no_action";
      readonly reason: NoActionReason;
      readonly decision: string;
      /** Decisions of this case that are lifted by it, after a reopening. */
      readonly supersedes: readonly string[];
    }
  | { readonly kind: "draw_sample"; readonly seed: number }
  | { readonly kind: "judge_blind"; readonly account: string; readonly role: FindingRole }
  | { readonly kind: "reject"; readonly reason: string }
  | { readonly kind: "approve"; readonly statement: string }
  | { readonly kind: "act_alone"; readonly reason: string }
  | { readonly kind: "release_stage" }
  | { readonly kind: "undo_bulk"; readonly reason: string }
  | { readonly kind: "reopen"; readonly cause: ReopenCause; readonly reason: string }
  | { readonly kind: "settle"; readonly decision: string }
  | { readonly kind: "note_self_review"; readonly review: string }
  | { readonly kind: "request_legal_hold"; readonly basis: string; readonly owner: string }
  | { readonly kind: "confirm_legal_hold" }
  | { readonly kind: "release_legal_hold"; readonly reason: string }
  | { readonly kind: "close" }
  | { readonly kind: "purge" };

export type CaseKind = CaseCommand["kind"];

export const caseKinds: readonly CaseKind[] = [
  "open",
  "join_report",
  "assign",
  "set_priority",
  "add_evidence",
  "record_finding",
  "ask_partner",
  "hear_partner",
  "start_hearing",
  "note_hearing_delivery",
  "reply",
  "end_hearing",
  "propose",
  "propose_no_action",
  "draw_sample",
  "judge_blind",
  "reject",
  "approve",
  "act_alone",
  "release_stage",
  "undo_bulk",
  "reopen",
  "settle",
  "note_self_review",
  "request_legal_hold",
  "confirm_legal_hold",
  "release_legal_hold",
  "close",
  "purge",
];
