import { allow, toRow, type Cell, type Table } from "../kernel/machine.ts";
import type { CaseStatus } from "./case.ts";
import { caseKinds, type CaseKind } from "./case-commands.ts";

type Cells = Readonly<Partial<Record<CaseKind, Cell<CaseStatus>>>>;

/** What concerns the keeping of evidence is open in every state of a case that still holds any. */
const inPlace = (status: CaseStatus): Cells => ({
  join_report: status === "closed" ? "case_closed" : allow(status, "system"),
  request_legal_hold: allow(status, "auditor", "admin"),
  confirm_legal_hold: allow(status, "auditor", "admin"),
  release_legal_hold: allow(status, "auditor", "admin"),
});
/** Decisions of an earlier batch go on while the case is worked on again. */
const batch = (status: CaseStatus): Cells => ({
  undo_bulk: allow(status, "approver", "analyst"),
  settle: allow(status, "system"),
  note_self_review: allow(status, "system"),
});

/**
 *   case_open ─ assign ─► investigating ⇄ waiting_partner
 *                           │  ▲  ⇄ hearing
 *                   propose ▼  │ reject
 *                          proposed ─ approve, act_alone ─► decided_action ─ close ─► closed ─► purged
 *                              └───── approve ────────────► decided_no_action ──────────┘
 *   decided_action, decided_no_action, closed ─ reopen ─► investigating
 */
export const caseTable: Table<CaseStatus, CaseKind> = {
  absent: toRow(caseKinds, "not_there", { open: allow("case_open", "system") }),
  case_open: toRow(caseKinds, "case_not_assigned", {
    ...inPlace("case_open"),
    open: "already_there",
    assign: allow("investigating", "analyst"),
    set_priority: allow("case_open", "triage"),
  }),
  investigating: toRow(caseKinds, "nothing_proposed", {
    ...inPlace("investigating"),
    ...batch("investigating"),
    open: "already_there",
    assign: allow("investigating", "analyst"),
    set_priority: allow("investigating", "triage"),
    add_evidence: allow("investigating", "analyst"),
    record_finding: allow("investigating", "analyst"),
    ask_partner: allow("waiting_partner", "analyst", "liaison"),
    hear_partner: "partner_not_asked",
    start_hearing: allow("hearing", "analyst"),
    note_hearing_delivery: "hearing_not_open",
    reply: "hearing_not_open",
    end_hearing: "hearing_not_open",
    propose: allow("proposed", "analyst"),
    propose_no_action: allow(["proposed", "decided_no_action"], "analyst"),
    reopen: "case_not_decided",
    release_stage: "case_not_decided",
    close: "case_not_decided",
    purge: "case_not_closed",
  }),
  waiting_partner: toRow(caseKinds, "partner_has_the_word", {
    ...inPlace("waiting_partner"),
    ...batch("waiting_partner"),
    open: "already_there",
    assign: allow("waiting_partner", "analyst"),
    set_priority: allow("waiting_partner", "triage"),
    add_evidence: allow("waiting_partner", "analyst"),
    record_finding: allow("waiting_partner", "analyst"),
    hear_partner: allow("investigating", "system"),
  }),
  hearing: toRow(caseKinds, "person_has_the_word", {
    ...inPlace("hearing"),
    ...batch("hearing"),
    open: "already_there",
    assign: allow("hearing", "analyst"),
    set_priority: allow("hearing", "triage"),
    add_evidence: allow("hearing", "analyst"),
    record_finding: allow("hearing", "analyst"),
    start_hearing: allow("hearing", "analyst"),
    note_hearing_delivery: allow("hearing", "system"),
    reply: allow(["hearing", "investigating"], "subject"),
    end_hearing: allow(["hearing", "investigating"], "system"),
  }),
  proposed: toRow(caseKinds, "proposal_open", {
    ...inPlace("proposed"),
    ...batch("proposed"),
    open: "already_there",
    draw_sample: allow("proposed", "system"),
    judge_blind: allow("proposed", "approver"),
    reject: allow("investigating", "approver"),
    approve: allow(["decided_action", "decided_no_action"], "approver"),
    act_alone: allow("decided_action", "analyst"),
  }),
  decided_action: toRow(caseKinds, "case_decided", {
    ...inPlace("decided_action"),
    ...batch("decided_action"),
    open: "already_there",
    release_stage: allow("decided_action", "approver"),
    reopen: allow("investigating", "analyst", "appeal_reviewer", "auditor", "legal", "system"),
    close: allow("closed", "system"),
    purge: "case_not_closed",
  }),
  decided_no_action: toRow(caseKinds, "case_decided", {
    ...inPlace("decided_no_action"),
    ...batch("decided_no_action"),
    open: "already_there",
    reopen: allow("investigating", "analyst", "appeal_reviewer", "auditor", "legal", "system"),
    close: allow("closed", "system"),
    purge: "case_not_closed",
  }),
  closed: toRow(caseKinds, "case_closed", {
    ...inPlace("closed"),
    open: "already_there",
    reopen: allow("investigating", "analyst", "appeal_reviewer", "auditor", "legal", "system"),
    purge: allow("purged", "system"),
  }),
  purged: toRow(caseKinds, "case_purged", {}),
};
