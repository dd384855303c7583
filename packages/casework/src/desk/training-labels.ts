import { hasEnded, type DecisionState } from "../decisions/decision.ts";

export type TrainingLabel = { readonly decision: string; readonly account: string; readonly role: string };

/**
 * What a detector may learn from: decisions that are over, whose time to appeal is over, and of which nothing was reversed. A decision
 * that is reversed later takes its label with it, so that an error is not learnt twice.
 */
export function listTrainingLabels(decisions: readonly (readonly [string, DecisionState])[]): readonly TrainingLabel[] {
  return decisions.flatMap(([decision, { status, opening, measures, restoration }]) => {
    const isFinal = status === "closed" && restoration === null;
    const stood = Object.values(measures).every(
      (record) => record.endsAs !== "reversed" && (hasEnded(record) || record.final),
    );
    return isFinal && stood && opening?.kind === "action"
      ? [{ decision, account: opening.account, role: opening.role }]
      : [];
  });
}
