/**
 * In which capacity somebody acts. One person may hold several roles; what they did *in this case* is compared by id, never by role.
 * `system` is the clock and the adapters, `detector` the engine: neither can decide anything about anybody.
 */
export const roles = [
  "system",
  "detector",
  "reporter",
  "trusted_flagger",
  "subject",
  "victim",
  "triage",
  "analyst",
  "approver",
  "senior",
  "appeal_reviewer",
  "outsider",
  "editor",
  "liaison",
  "legal",
  "victim_support",
  "auditor",
  "admin",
  "adjudicator",
] as const;
export type Role = (typeof roles)[number];

/** Who gives a command: a pseudonymous id and the roles it holds. */
export type Actor = { readonly id: string; readonly roles: readonly Role[] };

/** The clock and the adapters. Follow-ups of what people did run under it. */
export const systemActor: Actor = { id: "system", roles: ["system"] };

const machineRoles: ReadonlySet<Role> = new Set(["system", "detector"]);
const partyRoles: ReadonlySet<Role> = new Set(["reporter", "trusted_flagger", "subject", "victim", "adjudicator"]);

/** Whether an act in this role was an act of a person. */
export function isPersonRole(role: Role): boolean {
  return !machineRoles.has(role);
}

/** Whether an act in this role was an act of those who decide, rather than of those who are concerned. */
export function isStaffRole(role: Role): boolean {
  return isPersonRole(role) && !partyRoles.has(role);
}
