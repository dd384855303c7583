import type { DecisionState } from "@breakwater/casework";
import type { StoredState } from "../store/casework-store.ts";

/** An earlier decision as it stands beside another case. */
export function toDecidedLine({ id, state, createdAt }: StoredState) {
  const { opening, status, decidedAt, measures } = state as DecisionState;
  const action = opening?.kind === "action" ? opening : null;
  return {
    decision: id,
    case: opening?.caseId ?? "",
    status,
    account: action?.account ?? null,
    role: action?.role ?? null,
    grade: action?.grade ?? null,
    rule: action?.rule ?? null,
    measures: Object.values(measures).map(({ planned }) => planned.type),
    decidedAt: decidedAt ?? createdAt,
  };
}
