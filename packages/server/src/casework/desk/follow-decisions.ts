import type { Order } from "@breakwater/casework";
import type { Change } from "./execute.ts";

/**
 * What the service does by itself about cases and decisions: the sample of a bulk proposal is drawn as soon as there is one, by a seed
 * that nobody chose; what a restoration puts right in our own house is put right at once.
 */
export function followDecisions({ event, unit }: Change, drawSeed: () => number): readonly Order[] {
  const { id } = event;
  if (event.object === "case" && event.event.kind === "proposed") {
    const { proposal } = event.event;
    const isBulk = proposal.kind === "action" && proposal.bulk;
    return isBulk ? [{ object: "case", id, command: { kind: "draw_sample", seed: drawSeed() } }] : [];
  }
  if (event.object !== "decision" || event.event.kind !== "restoration_started") return [];
  const steps = unit.get("decision", id).restoration?.pendingSteps ?? [];
  return steps.map((step): Order => ({ object: "decision", id, command: { kind: "confirm_step", step } }));
}
