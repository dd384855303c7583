import { leadSources, type leadStatuses } from "@breakwater/contract";
import { z } from "zod";

/** What of the list of leads the address says. What it says wrongly counts as not said. */
export const leadSearch = z.object({
  show: z.enum(["open", "decided", "all"]).optional().catch(undefined),
  source: z.enum(leadSources).optional().catch(undefined),
  learning: z.enum(["only", "without"]).optional().catch(undefined),
  sort: z.enum(["newest", "expiry"]).optional().catch(undefined),
});
export type LeadSearch = z.infer<typeof leadSearch>;

type Statuses = readonly (typeof leadStatuses)[number][];
const open: Statuses = ["lead_open", "lead_returned"];
const decided: Statuses = ["lead_accepted", "lead_dismissed", "lead_merged", "lead_expired"];

/** The same as a query of the API. */
export function toLeadQuery({ show = "open", source, learning, sort = "newest" }: LeadSearch) {
  return {
    sort,
    ...(show === "all" ? {} : { status: (show === "open" ? open : decided).join(",") }),
    ...(source === undefined ? {} : { source }),
    ...(learning === undefined ? {} : { learning: learning === "only" ? ("true" as const) : ("false" as const) }),
  };
}
