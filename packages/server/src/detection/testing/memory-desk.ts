import type { LeadDesk, LeadEnd, LeadGrowth, LeadRequest } from "../leads/lead-desk.ts";

export type MemoryDesk = LeadDesk & {
  readonly opened: (LeadRequest & { readonly leadId: string })[];
  readonly growths: (LeadGrowth & { readonly leadId: string })[];
  readonly ends: (LeadEnd & { readonly leadId: string })[];
  /** Codes with which the next requests are refused. */
  readonly refusals: string[];
};

/** A desk on which nothing becomes of leads. */
export function createMemoryDesk(): MemoryDesk {
  const desk: MemoryDesk = {
    opened: [],
    growths: [],
    ends: [],
    refusals: [],
    openLead: async (request) => {
      const code = desk.refusals.shift();
      if (code !== undefined) return { kind: "refused", code };
      const leadId = `lead-${desk.opened.length + 1}`;
      desk.opened.push({ ...request, leadId });
      return { kind: "opened", leadId };
    },
    noteGrowth: async (leadId, growth) => void desk.growths.push({ ...growth, leadId }),
    noteEnd: async (leadId, end) => void desk.ends.push({ ...end, leadId }),
  };
  return desk;
}
