import { isOpaqueId } from "../kernel/ids.ts";
import { readClock } from "../kernel/clock.ts";
import { defineMachine, type Acting, type Deadline, type Machine } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { priorities } from "../kernel/settings.ts";
import { addMonths, type Instant } from "../kernel/time.ts";
import { caseTypes } from "../leads/lead.ts";
import { findTransferRefusal } from "../transfers/transfer-content.ts";
import { absentCase, needsSelfReview, type CaseState, type CaseStatus } from "./case.ts";
import { reopenCauses, type CaseCommand } from "./case-commands.ts";
import type { CaseEvent } from "./case-events.ts";
import { caseTable } from "./case-table.ts";
import {
  decideActAlone,
  decideApprove,
  decideDrawSample,
  decideJudgeBlind,
  decidePropose,
  decideProposeNoAction,
  decideReject,
  decideReleaseStage,
  decideUndoBulk,
  findAloneRefusal,
  findApproveRefusal,
  findJudgeRefusal,
  findReleaseRefusal,
  findSecondRefusal,
  findUndoRefusal,
} from "./decide-proposal.ts";
import { evidenceLimits, isWellFormed } from "./evidence.ts";
import { evolveCase } from "./evolve-case.ts";
import { isReasoned } from "./finding.ts";

type Of<K extends CaseCommand["kind"]> = Extract<CaseCommand, { kind: K }>;
type Events = Outcome<readonly CaseEvent[]>;

/** One question to decide: evidence, a finding for each account, hearings, a proposal, and the second person's answer to it. */
export const caseMachine: Machine<CaseStatus, CaseState, CaseCommand, CaseEvent> = defineMachine<
  CaseStatus,
  CaseState,
  CaseCommand,
  CaseEvent
>({
  name: "case",
  initial: absentCase,
  table: caseTable,
  gates: {
    assign: findAssignRefusal,
    add_evidence: findAssigneeRefusal,
    record_finding: findAssigneeRefusal,
    start_hearing: findAssigneeRefusal,
    propose: findAssigneeRefusal,
    propose_no_action: findAssigneeRefusal,
    ask_partner: (state, acting) => (acting.stamp.as === "liaison" ? null : findAssigneeRefusal(state, acting)),
    judge_blind: findJudgeRefusal,
    reject: findSecondRefusal,
    approve: findApproveRefusal,
    act_alone: findAloneRefusal,
    release_stage: findReleaseRefusal,
    undo_bulk: findUndoRefusal,
    confirm_legal_hold: ({ requestedHold }, acting) => findConfirmRefusal(requestedHold?.requestedBy ?? null, acting),
    release_legal_hold: ({ legalHold }) => (legalHold === null ? toRefusal("no_legal_hold") : null),
    close: (state) => findCloseRefusal(state),
    purge: (state, { at }) => {
      if (state.legalHold !== null) return toRefusal("legal_hold_stands");
      return at < (state.retainUntil ?? Infinity) ? toRefusal("too_early") : null;
    },
  },
  handlers: {
    open: (_, { kind: _kind, ...opening }, { stamp, settings }) => {
      if (!caseTypes.includes(opening.caseType)) return refuse("case_type_unknown");
      if (!priorities.includes(opening.priority)) return refuse("priority_missing");
      return accept([{ kind: "case_opened", opening, limitMs: settings.firstActionMs[opening.priority], ...stamp }]);
    },
    join_report: ({ reporters }, { lead, reporter }, { stamp }) =>
      reporters.includes(reporter)
        ? refuse("already_there")
        : accept([{ kind: "report_joined", lead, reporter, ...stamp }]),
    assign: decideAssign,
    set_priority: (_, { priority, reason }, { stamp, settings }) => {
      if (!priorities.includes(priority)) return refuse("priority_missing");
      if (reason.trim() === "") return refuse("reason_missing");
      return accept([{ kind: "priority_set", priority, reason, limitMs: settings.firstActionMs[priority], ...stamp }]);
    },
    add_evidence: decideAddEvidence,
    record_finding: decideRecordFinding,
    ask_partner: (_, { transfer, content }, acting) => {
      if (!isOpaqueId(transfer)) return refuse("id_not_opaque");
      const refusal = findTransferRefusal(content, acting);
      return refusal === null
        ? accept([{ kind: "partner_asked", transfer, content, ...acting.stamp }])
        : { ok: false, refusal };
    },
    hear_partner: (state, { transfer }, { stamp }) =>
      state.transfer === transfer
        ? accept([{ kind: "partner_heard", transfer, ...stamp }])
        : refuse("partner_not_asked", [transfer]),
    start_hearing: decideStartHearing,
    note_hearing_delivery: decideNoteHearingDelivery,
    reply: decideReply,
    end_hearing: decideEndHearing,
    propose: decidePropose,
    propose_no_action: decideProposeNoAction,
    draw_sample: decideDrawSample,
    judge_blind: decideJudgeBlind,
    reject: decideReject,
    approve: decideApprove,
    act_alone: decideActAlone,
    release_stage: decideReleaseStage,
    undo_bulk: decideUndoBulk,
    reopen: (_, { cause, reason }, { stamp }) => {
      if (!reopenCauses.includes(cause) || reason.trim() === "") return refuse("reason_missing");
      return accept([{ kind: "case_reopened", cause, reason, ...stamp }]);
    },
    settle: (state, { decision }, { stamp }) =>
      state.decisions[decision] === "open"
        ? accept([{ kind: "decision_settled", decision, ...stamp }])
        : refuse("decision_unknown", [decision]),
    note_self_review: (_, { review }, { stamp }) => accept([{ kind: "self_review_noted", review, ...stamp }]),
    request_legal_hold: (_, { basis, owner }, { stamp, settings, at }) => {
      if (basis.trim() === "" || owner === "") return refuse("reason_missing");
      const reviewAt = at + settings.legalHoldReviewMs;
      return accept([{ kind: "legal_hold_requested", basis, owner, reviewAt, ...stamp }]);
    },
    confirm_legal_hold: (_, __, { stamp }) => accept([{ kind: "legal_hold_confirmed", ...stamp }]),
    release_legal_hold: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "legal_hold_released", reason, ...stamp }]),
    close: (_, __, { stamp, settings, at }) =>
      accept([{ kind: "case_closed", retainUntil: addMonths(at, settings.retentionAfterAppealMonths), ...stamp }]),
    purge: (state, __, { stamp }) =>
      accept([
        {
          kind: "case_purged",
          evidence: Object.keys(state.evidence).length,
          decisions: Object.keys(state.decisions).filter((decision) => state.decisions[decision] === "settled"),
          ...stamp,
        },
      ]),
  },
  evolve: evolveCase,
  due: listDue,
  deadlines: listDeadlines,
});

function findAssigneeRefusal(state: CaseState, { actor, related }: Acting): Refusal | null {
  if (related.barred.includes(actor.id)) return toRefusal("handled_the_request");
  return state.assignees.includes(actor.id) ? null : toRefusal("not_assigned");
}

function findConfirmRefusal(requestedBy: string | null, { actor }: Acting): Refusal | null {
  if (requestedBy === null) return toRefusal("no_legal_hold");
  return requestedBy === actor.id ? toRefusal("own_proposal") : null;
}

function findCloseRefusal(state: CaseState): Refusal | null {
  const open = Object.entries(state.decisions).filter(([, mark]) => mark === "open" || mark === "waiting");
  if (open.length > 0)
    return toRefusal(
      "decisions_open",
      open.map(([decision]) => decision),
    );
  return needsSelfReview(state) ? toRefusal("self_review_missing") : null;
}

function findAssignRefusal(state: CaseState, { actor, related }: Acting): Refusal | null {
  if (related.barred.includes(actor.id)) return toRefusal("handled_the_request");
  return state.assignees.includes(actor.id) ? toRefusal("assigned_already") : null;
}

function decideAssign(_: CaseState, { conflict }: Of<"assign">, { stamp }: Acting): Events {
  return conflict === null ? accept([{ kind: "case_assigned", ...stamp }]) : refuse("conflict_of_interest");
}

function decideAddEvidence(state: CaseState, { item }: Of<"add_evidence">, { stamp }: Acting): Events {
  if (!isWellFormed(item)) return refuse("evidence_malformed");
  if (Object.hasOwn(state.evidence, item.id)) return refuse("id_twice", [item.id]);
  return Object.keys(state.evidence).length >= evidenceLimits.itemsMax
    ? refuse("evidence_full")
    : accept([{ kind: "evidence_added", item, ...stamp }]);
}

function decideRecordFinding(state: CaseState, { finding }: Of<"record_finding">, { stamp }: Acting): Events {
  if (!isOpaqueId(finding.account)) return refuse("id_not_opaque");
  if (!isReasoned(finding)) return refuse("finding_unreasoned", [finding.account]);
  const unknown = finding.evidence.filter((id) => !Object.hasOwn(state.evidence, id));
  return unknown.length > 0
    ? refuse("evidence_unknown", unknown)
    : accept([{ kind: "finding_recorded", finding, ...stamp }]);
}

/** Nobody is asked to answer to nothing: there is a finding, and its allegation is what they read. */
function decideStartHearing(state: CaseState, command: Of<"start_hearing">, { stamp, settings }: Acting): Events {
  const { account, declaredMedia } = command;
  if (!Object.hasOwn(state.findings, account)) return refuse("finding_missing", [account]);
  if (state.hearings[account]?.endedAt === null) return refuse("hearing_open_already", [account]);
  const replyMs = declaredMedia ? settings.replyDeclaredMediaMs : settings.replyMs;
  return accept([{ kind: "hearing_started", account, replyMs, ...stamp }]);
}

/** The time to reply runs from the day the question reached the person. Where nobody can be reached, it runs all the same. */
function decideNoteHearingDelivery(
  state: CaseState,
  { account, outcome }: Of<"note_hearing_delivery">,
  { at, stamp }: Acting,
): Events {
  const hearing = state.hearings[account];
  if (hearing === undefined || hearing.endedAt !== null) return refuse("hearing_not_open", [account]);
  if (hearing.dueAt !== null) return refuse("delivered_already", [account]);
  const dueAt = outcome === "failed" ? null : at + hearing.replyMs;
  return accept([{ kind: "hearing_delivery_noted", account, outcome, dueAt, ...stamp }]);
}

function decideReply(state: CaseState, { account, text }: Of<"reply">, { actor, stamp }: Acting): Events {
  if (account !== actor.id) return refuse("not_yours");
  if (state.hearings[account]?.endedAt !== null) return refuse("hearing_not_open", [account]);
  if (text.trim() === "") return refuse("reason_missing", ["text"]);
  return accept([
    { kind: "reply_recorded", account, text, ...stamp },
    { kind: "hearing_ended", account, replied: true, ...stamp },
  ]);
}

function decideEndHearing(state: CaseState, { account }: Of<"end_hearing">, { at, stamp }: Acting): Events {
  const hearing = state.hearings[account];
  if (hearing === undefined || hearing.endedAt !== null) return refuse("hearing_not_open", [account]);
  if (hearing.dueAt === null) return refuse("decision_not_delivered", [account]);
  if (at < hearing.dueAt) return refuse("too_early");
  return accept([{ kind: "hearing_ended", account, replied: false, ...stamp }]);
}

function listDue(state: CaseState, at: Instant): readonly CaseCommand[] {
  const hearings = Object.values(state.hearings)
    .filter(({ endedAt, dueAt }) => endedAt === null && dueAt !== null && dueAt <= at)
    .map(({ account }): CaseCommand => ({ kind: "end_hearing", account }));
  if (state.status === "hearing") return hearings;
  const isDecided = state.status === "decided_action" || state.status === "decided_no_action";
  if (isDecided && findCloseRefusal(state) === null) return [{ kind: "close" }];
  const isPurgeable = state.status === "closed" && state.legalHold === null && at >= (state.retainUntil ?? Infinity);
  return isPurgeable ? [{ kind: "purge" }] : [];
}

function listDeadlines(state: CaseState): readonly Deadline[] {
  const first = state.firstAction === null ? null : readClock(state.firstAction, state.updatedAt).dueAt;
  const hearings = Object.values(state.hearings).filter(({ endedAt }) => endedAt === null);
  return [
    ...(first === null ? [] : [{ what: "first_action", dueAt: first }]),
    ...hearings.flatMap(({ dueAt }) => (dueAt === null ? [] : [{ what: "reply", dueAt }])),
    ...(state.legalHold === null ? [] : [{ what: "legal_hold_review", dueAt: state.legalHold.reviewAt }]),
    ...(state.retainUntil === null ? [] : [{ what: "purge", dueAt: state.retainUntil }]),
  ];
}
