import type { LeadDesk as CaseworkLeadDesk } from "../casework/leads/lead-desk.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import type { Transactor } from "../state/transactor.ts";

/** Inside a unit of work that is open already: what is run is part of it. */
export const withinUnit: Transactor = { run: (work) => work(), onCommit: () => undefined };

/** Casework's desk as detection knows it. `desk` must begin no unit of its own. */
export function toDetectionDesk(desk: CaseworkLeadDesk): LeadDesk {
  return {
    openLead: async ({ group, refs, signals, reason, learning }) => {
      const opened = await desk.openLead({ key: group, group, refs, signals, reason, learning });
      return "leadId" in opened
        ? { kind: "opened", leadId: opened.leadId }
        : { kind: "refused", code: opened.refusal.code };
    },
    joinLeads: (leads) => desk.joinLeads(leads),
    isStanding: (leadId) => desk.isStanding(leadId),
    noteGrowth: async (leadId, { accounts, actions, at }) => {
      await desk.noteGrowth(leadId, { accounts, actions, at });
    },
    noteEnd: async (leadId, { at }) => {
      await desk.noteEnd(leadId, at);
    },
  };
}
