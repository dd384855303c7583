import {
  getAppealWindowEnd,
  getHighestLevel,
  type Appeal,
  type CaseState,
  type DecisionState,
  type Settings,
} from "@breakwater/casework";
import { isSensitive } from "../jobs/to-jobs.ts";
import type { StoredState } from "../store/casework-store.ts";
import { hidesNames } from "./need-to-know.ts";
import { toHead, toViewParts, type Seen } from "./seen.ts";

/** `isKept`: of a case that the reader may not open: whom it concerns is left out. */
export function toDecisionLine(stored: StoredState, isKept: boolean) {
  const { opening, measures, appeals, decidedAt, status } = stored.state as DecisionState;
  const { id, version, dueAt } = toHead(stored);
  const isAction = opening?.kind === "action";
  return {
    id,
    version,
    status,
    kind: isAction ? "action" : "no_action",
    case: opening?.caseId ?? "",
    account: isAction && !isKept ? opening.account : null,
    level: isAction ? getHighestLevel(opening.measures) : null,
    rule: isAction ? opening.rule : null,
    measures: Object.values(measures).map(({ planned, status: is }) => ({
      id: planned.id,
      type: planned.type,
      status: is,
    })),
    appealOpen: Object.values(appeals).some(({ outcome }) => outcome === null),
    decidedAt: decidedAt ?? stored.createdAt,
    dueAt,
  };
}

export async function toDecisionView(seen: Seen<"decision">) {
  const { state, stored, actor, store, settings } = seen;
  const { opening, restoration, dispute, notice } = state;
  const action = opening?.kind === "action" ? opening : null;
  const of = (await store.readState("case", opening?.caseId ?? ""))?.state as CaseState | undefined;
  const people = [...state.people, ...(of?.people ?? [])];
  const hides = hidesNames(actor, people);
  const nameOf = (person: string | null | undefined): string | null => (hides ? null : (person ?? null));
  return {
    ...toDecisionLine(stored, false),
    sensitive: isSensitive(of?.opening?.caseType ?? null),
    role: action?.role ?? null,
    grade: action?.grade ?? null,
    reason: opening?.kind === "no_action" ? opening.reason : null,
    allegation: action?.allegation ?? "",
    evidence: action?.evidence ?? [],
    measures: Object.values(state.measures).map(({ planned, status, ...record }) => ({
      id: planned.id,
      type: planned.type,
      target: planned.target,
      durationMs: planned.durationMs,
      status,
      appliedAt: record.appliedAt,
      endAt: record.endAt,
      reviewAt: record.reviewAt,
      final: record.final,
      failures: record.failures,
    })),
    statement: opening?.statement ?? null,
    proposer: nameOf(opening?.proposer),
    approver: nameOf(opening?.approver),
    senior: action?.senior ?? false,
    bulk: action?.bulk ?? false,
    unseparated: action?.unseparated ?? [],
    emergencyUntil: state.emergencyUntil,
    hearingSkipped: action?.hearingSkipped ?? null,
    strikesReliedOn: action?.strikesReliedOn ?? [],
    people: hides ? [] : state.people,
    notice:
      notice === null
        ? null
        : { outcome: notice.outcome, channel: notice.channel, firstAttemptAt: notice.firstAttemptAt },
    informedAt: state.informedAt,
    appealUntil: toAppealUntil(state, settings),
    appeals: Object.values(state.appeals).map((appeal) => toAppeal(appeal, nameOf)),
    restoration,
    dispute:
      dispute === null
        ? null
        : { body: dispute.body, reference: dispute.reference, dueAt: dispute.dueAt, isOpen: dispute.isOpen },
    supersededBy: state.supersededBy,
    ...(await toViewParts(seen, hides ? ["people"] : [])),
  };
}

/** Null while nobody could say: where the person was not told. */
function toAppealUntil(state: DecisionState, settings: Settings): number | null {
  if (state.decidedAt === null || state.informedAt === null) return null;
  const end = getAppealWindowEnd(state, settings);
  return Number.isFinite(end) ? end : null;
}

function toAppeal(appeal: Appeal, nameOf: (person: string | null) => string | null) {
  return { ...appeal, decidedBy: appeal.decidedBy === null ? null : nameOf(appeal.decidedBy) };
}
