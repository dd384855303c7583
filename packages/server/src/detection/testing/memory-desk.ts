import type { LeadDesk, LeadEnd, LeadGrowth, LeadRequest } from "../leads/lead-desk.ts";

export type MemoryDesk = LeadDesk & {
  readonly opened: (LeadRequest & { readonly leadId: string })[];
  readonly growths: (LeadGrowth & { readonly leadId: string })[];
  /** Leads that went into another, by it. */
  readonly joins: (readonly [merged: string, into: string])[];
  /** Leads that people dismissed: none goes into them. */
  readonly dismissed: Set<string>;
  readonly ends: (LeadEnd & { readonly leadId: string })[];
  /** Codes with which the next requests are refused. */
  readonly refusals: string[];
};

/** A desk on which nothing becomes of leads. */
export function createMemoryDesk(): MemoryDesk {
  const desk: MemoryDesk = {
    opened: [],
    growths: [],
    joins: [],
    dismissed: new Set(),
    ends: [],
    refusals: [],
    openLead: async (request) => {
      const code = desk.refusals.shift();
      if (code !== undefined) return { kind: "refused", code };
      const leadId = `lead-${desk.opened.length + 1}`;
      desk.opened.push({ ...request, leadId });
      return { kind: "opened", leadId };
    },
    joinLeads: async (leads) => {
      const [first = ""] = leads;
      const into = leads.find((lead) => !desk.dismissed.has(lead)) ?? first;
      const merged = leads.filter((lead) => lead !== into && !desk.dismissed.has(lead));
      desk.joins.push(...merged.map((lead) => [lead, into] as const));
      return { into, merged };
    },
    isStanding: async (leadId) => !desk.dismissed.has(leadId),
    noteGrowth: async (leadId, growth) => void desk.growths.push({ ...growth, leadId }),
    noteEnd: async (leadId, end) => void desk.ends.push({ ...end, leadId }),
  };
  return desk;
}
