import type { ObjectKind } from "../desk/machines.ts";
import type { AnyEvent } from "./act.ts";

export type Origin = { readonly object: ObjectKind; readonly id: string };

/** What an object came from, off its first event; null where it came from nothing of ours. */
export function findOrigin(event: AnyEvent): Origin | null {
  switch (event.kind) {
    case "case_opened":
      return { object: "lead", id: event.opening.lead };
    case "decision_opened":
      return { object: "case", id: event.opening.caseId };
    case "transfer_sent":
    case "review_opened":
      return { object: "case", id: event.caseId };
    case "entry_made":
      return { object: "decision", id: event.decision };
    default:
      return null;
  }
}
