import { isStaffRole } from "../kernel/actor.ts";
import { pauseClock, resumeClock, startClock, stopClock, type Clock, type PauseReason } from "../kernel/clock.ts";
import { joinPeople } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";
import { absentCase, type CaseState, type Hearing } from "./case.ts";
import type { CaseEvent } from "./case-events.ts";
import type { DecidedItem } from "./decided-item.ts";
import type { Proposal } from "./proposal.ts";

/** Judging somebody else's proposal, or keeping evidence, is no work on the question itself. */
const seconding: ReadonlySet<CaseEvent["kind"]> = new Set([
  "sample_judged",
  "proposal_rejected",
  "stage_released",
  "bulk_undone",
  "legal_hold_requested",
  "legal_hold_confirmed",
  "legal_hold_released",
  "priority_set",
]);

export function evolveCase(state: CaseState, event: CaseEvent): CaseState {
  const next = applyEvent(state, event);
  const people = joinPeople(next.people, event);
  const isWork = isStaffRole(event.as) && !seconding.has(event.kind) && !isApproval(event);
  return { ...next, people, workers: isWork ? joinPeople(next.workers, event) : next.workers };
}

function isApproval(event: CaseEvent): boolean {
  return (event.kind === "action_decided" || event.kind === "no_action_decided") && event.approver !== null;
}

function applyEvent(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case "case_opened":
      return {
        ...state,
        status: "case_open",
        opening: event.opening,
        priority: event.opening.priority,
        people: event.opening.openedBy,
        workers: event.opening.openedBy,
        reporters: event.opening.reporters,
        firstAction: startClock(event.at, event.limitMs),
        handling: startClock(event.at, null),
      };
    case "report_joined":
      return state.reporters.includes(event.reporter)
        ? state
        : { ...state, reporters: [...state.reporters, event.reporter] };
    case "case_assigned":
      return {
        ...state,
        status: state.status === "case_open" ? "investigating" : state.status,
        assignees: state.assignees.includes(event.by) ? state.assignees : [...state.assignees, event.by],
        firstAction: mapClock(state.firstAction, (clock) => stopClock(clock, event.at)),
      };
    case "priority_set":
      return {
        ...state,
        priority: event.priority,
        firstAction: mapClock(state.firstAction, (clock) => ({ ...clock, limitMs: event.limitMs })),
      };
    case "evidence_added":
      return { ...state, evidence: { ...state.evidence, [event.item.id]: event.item } };
    case "finding_recorded":
      return { ...state, findings: { ...state.findings, [event.finding.account]: event.finding } };
    case "partner_asked":
      return pause({ ...state, status: "waiting_partner", transfer: event.transfer }, event.at, "waiting_partner");
    case "partner_heard":
      return resume({ ...state, status: "investigating", transfer: null }, event.at);
    case "hearing_started":
      return pause(
        {
          ...state,
          status: "hearing",
          hearings: {
            ...state.hearings,
            [event.account]: {
              account: event.account,
              allegation: state.findings[event.account]?.allegation ?? "",
              askedAt: event.at,
              replyMs: event.replyMs,
              dueAt: null,
              reply: null,
              endedAt: null,
            },
          },
        },
        event.at,
        "hearing",
      );
    case "hearing_delivery_noted":
      return patchHearing(state, event.account, { dueAt: event.dueAt });
    case "reply_recorded":
      return patchHearing(state, event.account, { reply: event.text });
    case "hearing_ended":
      return endHearing(state, event.account, event.at);
    case "proposed":
      return { ...state, status: "proposed", proposal: event.proposal };
    case "sample_drawn":
      return patchProposal(state, (proposal) => ({ ...proposal, sample: event.accounts }));
    case "sample_judged":
      return patchProposal(state, (proposal) => ({
        ...proposal,
        judgements: [
          ...proposal.judgements,
          { by: event.by, account: event.account, role: event.role, agrees: event.agrees },
        ],
      }));
    case "proposal_rejected":
      return { ...state, status: "investigating", proposal: null, rejections: state.rejections + 1 };
    case "action_decided":
      return {
        ...state,
        status: "decided_action",
        proposal: null,
        decisions: {
          ...state.decisions,
          ...toMarks(event.stage.map(getId), "open"),
          ...toMarks(event.waiting.map(getId), "waiting"),
        },
        decisionAccounts: {
          ...state.decisionAccounts,
          ...Object.fromEntries([...event.stage, ...event.waiting].map(({ item }) => [item.decision, item.account])),
        },
        waiting: [...state.waiting, ...event.waiting],
        lastBulk: event.bulk ? [...event.stage, ...event.waiting].map(getId) : state.lastBulk,
        handling: mapClock(state.handling, (clock) => stopClock(clock, event.at)),
      };
    case "no_action_decided":
      return {
        ...state,
        status: "decided_no_action",
        proposal: null,
        decisions: { ...state.decisions, [event.proposal.decision]: "open" },
        handling: mapClock(state.handling, (clock) => stopClock(clock, event.at)),
      };
    case "stage_released":
      return {
        ...markDecisions(state, event.stage.map(getId), "open"),
        waiting: state.waiting.slice(event.stage.length),
      };
    case "bulk_undone":
      return {
        ...markDecisions(state, event.dropped, "dropped"),
        waiting: state.waiting.filter(({ item }) => !event.dropped.includes(item.decision)),
        lastBulk: [],
      };
    case "case_reopened":
      return { ...state, status: "investigating", proposal: null, closedAt: null, retainUntil: null };
    case "decision_settled":
      return markDecisions(state, [event.decision], "settled");
    case "self_review_noted":
      return { ...state, selfReview: event.review };
    case "legal_hold_requested":
      return {
        ...state,
        requestedHold: {
          basis: event.basis,
          owner: event.owner,
          reviewAt: event.reviewAt,
          requestedBy: event.by,
          confirmedBy: null,
        },
      };
    case "legal_hold_confirmed":
      return {
        ...state,
        legalHold: state.requestedHold === null ? null : { ...state.requestedHold, confirmedBy: event.by },
        requestedHold: null,
      };
    case "legal_hold_released":
      return { ...state, legalHold: null, requestedHold: null };
    case "case_closed":
      return { ...state, status: "closed", closedAt: event.at, retainUntil: event.retainUntil };
    case "case_purged":
      return {
        ...absentCase,
        status: "purged",
        version: state.version,
        closedAt: state.closedAt,
      };
  }
}

function mapClock(clock: Clock | null, change: (clock: Clock) => Clock): Clock | null {
  return clock === null ? null : change(clock);
}

function pause(state: CaseState, at: Instant, reason: PauseReason): CaseState {
  return { ...state, handling: mapClock(state.handling, (clock) => pauseClock(clock, at, reason)) };
}

function resume(state: CaseState, at: Instant): CaseState {
  return { ...state, handling: mapClock(state.handling, (clock) => resumeClock(clock, at)) };
}

function patchHearing(state: CaseState, account: string, patch: Partial<Hearing>): CaseState {
  const hearing = state.hearings[account];
  return hearing === undefined
    ? state
    : { ...state, hearings: { ...state.hearings, [account]: { ...hearing, ...patch } } };
}

function endHearing(state: CaseState, account: string, at: Instant): CaseState {
  const next = patchHearing(state, account, { endedAt: at });
  const isOpen = Object.values(next.hearings).some(({ endedAt }) => endedAt === null);
  return isOpen ? next : resume({ ...next, status: "investigating" }, at);
}

type Action = Extract<Proposal, { kind: "action" }>;

function patchProposal(state: CaseState, change: (proposal: Action) => Action): CaseState {
  return state.proposal?.kind === "action" ? { ...state, proposal: change(state.proposal) } : state;
}

type Mark = CaseState["decisions"][string];

function toMarks(decisions: readonly string[], mark: Mark): Readonly<Record<string, Mark>> {
  return Object.fromEntries(decisions.map((decision) => [decision, mark]));
}

function markDecisions(state: CaseState, decisions: readonly string[], mark: Mark): CaseState {
  return { ...state, decisions: { ...state.decisions, ...toMarks(decisions, mark) } };
}

function getId({ item }: DecidedItem): string {
  return item.decision;
}
