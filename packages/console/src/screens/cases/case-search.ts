import { casePriorities, caseStatuses, caseTypes } from "@breakwater/contract";
import { z } from "zod";

export const caseShows = ["open", "decided", "all"] as const;
export const caseClocks = ["any", "overdue", "day"] as const;
export const caseSorts = ["urgent", "due", "newest"] as const;

/** What of the list of cases the address says. What it says wrongly counts as not said. */
export const caseSearch = z.object({
  show: z
    .enum([...caseShows, ...caseStatuses])
    .optional()
    .catch(undefined),
  clock: z.enum(["overdue", "day"]).optional().catch(undefined),
  /** `me`, or somebody's id. */
  who: z.string().max(200).optional().catch(undefined),
  type: z.enum(caseTypes).optional().catch(undefined),
  priority: z.enum(casePriorities).optional().catch(undefined),
  sort: z.enum(caseSorts).optional().catch(undefined),
});
export type CaseSearch = z.infer<typeof caseSearch>;

type Statuses = readonly (typeof caseStatuses)[number][];
const open: Statuses = ["case_open", "investigating", "waiting_partner", "hearing", "proposed"];
const decided: Statuses = ["decided_action", "decided_no_action", "closed", "purged"];

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The same as a query of the API. `now` counts in whole minutes, so that a list is not asked anew with every tick of the clock. */
export function toCaseQuery({ show = "open", clock, who, type, priority, sort = "urgent" }: CaseSearch, now: number) {
  const statuses = { open, decided, all: null }[show as "open"] ?? (show === "all" ? null : [show]);
  const minute = Math.floor(now / minuteMs) * minuteMs;
  return {
    sort,
    ...(statuses === null ? {} : { status: statuses.join(",") }),
    ...(clock === undefined ? {} : { dueBefore: clock === "overdue" ? minute : minute + dayMs }),
    ...(who === undefined ? {} : { assignee: who }),
    ...(type === undefined ? {} : { caseType: type }),
    ...(priority === undefined ? {} : { priority }),
  };
}
