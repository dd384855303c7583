import type { Order } from "@breakwater/casework";
import type { Change } from "../desk/execute.ts";

/** A decision whose notice reached its person, or can reach nobody, takes effect: each of its measures is ordered. */
export function orderEffects({ event, unit }: Change): readonly Order[] {
  if (event.object !== "decision" || event.event.kind !== "delivery_noted" || event.event.outcome === "failed")
    return [];
  const { id } = event;
  return Object.entries(unit.get("decision", id).measures).flatMap(([measure, { status }]): readonly Order[] =>
    status === "planned" ? [{ object: "decision", id, command: { kind: "apply", measure } }] : [],
  );
}
