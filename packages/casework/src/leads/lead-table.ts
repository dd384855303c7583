import { allow, toRow, type Table } from "../kernel/machine.ts";
import type { LeadCommand, LeadStatus } from "./lead.ts";

const kinds: readonly LeadCommand["kind"][] = [
  "open",
  "complete",
  "see_preview",
  "dismiss",
  "merge",
  "accept",
  "expire",
];
const over = (code: "lead_dismissed" | "lead_expired" | "lead_merged" | "lead_accepted") =>
  toRow<LeadStatus, LeadCommand["kind"]>(kinds, code, {});

/**
 *            complete                 accept → lead_accepted (a case opens)
 *   lead_returned ⇄ lead_open ──────  dismiss → lead_dismissed
 *              open (incomplete)      merge → lead_merged, expire → lead_expired
 */
export const leadTable: Table<LeadStatus, LeadCommand["kind"]> = {
  absent: toRow(kinds, "not_there", {
    open: allow(["lead_open", "lead_returned"], "detector", "trusted_flagger", "reporter", "liaison", "analyst"),
  }),
  lead_open: toRow(kinds, "already_there", {
    complete: "notice_not_returned",
    see_preview: allow("lead_open", "triage", "analyst"),
    dismiss: allow("lead_dismissed", "triage"),
    merge: allow("lead_merged", "triage", "system"),
    accept: allow("lead_accepted", "triage"),
    expire: allow("lead_expired", "system"),
  }),
  lead_returned: toRow(kinds, "already_there", {
    complete: allow("lead_open", "trusted_flagger", "reporter"),
    see_preview: "notice_incomplete",
    dismiss: allow("lead_dismissed", "triage"),
    merge: allow("lead_merged", "triage"),
    accept: "notice_incomplete",
    expire: allow("lead_expired", "system"),
  }),
  lead_dismissed: over("lead_dismissed"),
  lead_expired: over("lead_expired"),
  lead_merged: over("lead_merged"),
  lead_accepted: over("lead_accepted"),
};
