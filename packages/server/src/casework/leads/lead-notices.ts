import type { LeadState } from "@breakwater/casework";
import type { Told } from "../desk/desk-notices.ts";
import type { Change } from "../desk/execute.ts";
import type { LeadStore } from "./lead-store.ts";

/**
 * What others are told of a lead: opaque ids and facts. Nobody is alerted by a detector that is still learning, nor again by each further
 * report about the same: the lead that stands for it was told of.
 */
export async function listLeadNotices({ event, before, unit }: Change, store: LeadStore): Promise<readonly Told[]> {
  if (event.object !== "lead" || (await store.findJoinedTo(event.id)) !== null) return [];
  const state = unit.get("lead", event.id);
  const origin = await store.findOrigin(event.id);
  const data = {
    lead: event.id,
    version: state.version,
    learning: isQuiet(state),
    ...(origin === null ? {} : { group: origin.group }),
  };
  switch (event.event.kind) {
    case "lead_opened":
      // An incomplete notice is its author's to complete first.
      return state.status === "lead_open" ? [{ kind: isQuiet(state) ? "lead.learning" : "lead.opened", data }] : [];
    case "lead_completed":
      return [{ kind: "lead.opened", data }];
    case "lead_preview_seen":
      return isQuiet(before as LeadState) ? [{ kind: "lead.opened", data }] : [];
    case "lead_dismissed":
    case "lead_merged":
    case "lead_accepted":
    case "lead_expired":
      return [{ kind: "lead.decided", data: { ...data, status: state.status } }];
  }
}

/** From a detector that still learns, before a person has seen its preview. */
export function isQuiet({ content, previewSeenBy }: LeadState): boolean {
  return content?.learning === true && previewSeenBy === null;
}
