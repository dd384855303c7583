import { addMonths, type Instant, type ObjectKind, type Settings } from "@breakwater/casework";

/**
 * States behind which nobody does anything with an object any more. Cases end by their purge, and their decisions with them; what the public
 * reads (determinations, rules, overrides), operations, which name nobody, and records of reporters do not end.
 */
export const endings: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  lead: ["lead_dismissed", "lead_expired", "lead_merged"],
  hold: ["released_ttl", "released_human", "confirmed"],
  authority_request: ["answered", "narrowed", "refused"],
  transfer: ["returned", "lapsed", "recalled"],
  self_review: ["settled"],
  register_entry: ["expired", "deleted"],
  victim_workspace: ["closed"],
  unmasking: ["granted", "refused"],
};

/** What goes with its case, where it has ended by then. */
export const kindsOfCase: readonly ObjectKind[] = ["transfer", "self_review", "unmasking"];

/** Nobody was told of what a detector alone saw, and nobody can object: it goes when the group behind it goes. */
const detectorLeadMs = 90 * 86_400_000;

/** Before which time an object has to have ended for its words to go now: the longest time to object, and what is kept beyond it. */
export function findExpiry(
  now: Instant,
  settings: Settings,
): { readonly others: Instant; readonly detectorLeads: Instant } {
  return { others: addMonths(now, -getKeptMonths(settings)), detectorLeads: now - detectorLeadMs };
}

export function getKeptMonths({ appealWindowUninformedMonths, retentionAfterAppealMonths }: Settings): number {
  return appealWindowUninformedMonths + retentionAfterAppealMonths;
}
