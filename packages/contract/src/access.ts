/** What a token may be allowed, and what roles allow people. `…:read` never changes anything. */
export const scopes = [
  "actions:write",
  "check",
  "groups:read",
  "leads:read",
  "leads:write",
  "detection:manage",
  "cases:read",
  "cases:write",
  "jobs:work",
  "legal_holds:manage",
  "authority:read",
  "authority:write",
  "operations:read",
  "operations:write",
  "reviews:read",
  "reviews:write",
  "register:look_up",
  "unmasking:read",
  "unmasking:write",
  "victims:read",
  "victims:write",
  "effects:read",
  "effects:write",
  "views:read",
  "claims:read",
  "claims:write",
  "reports:write",
  "reports:read",
  "ledger:read",
  "events:read",
  "webhooks:manage",
  "access:read",
  "access:manage",
  "records:manage",
  "metrics:read",
] as const;
export type Scope = (typeof scopes)[number];

/** Roles that people of the operator hold; their meaning is casework's. */
export const staffRoles = [
  "triage",
  "analyst",
  "approver",
  "senior",
  "appeal_reviewer",
  "editor",
  "liaison",
  "legal",
  "victim_support",
  "auditor",
  "admin",
] as const;
export type StaffRole = (typeof staffRoles)[number];

const reading: readonly Scope[] = ["groups:read", "leads:read", "claims:read", "ledger:read", "events:read"];
/** Whoever works on cases: what of them is sensitive, need-to-know keeps back in each. */
const cases: readonly Scope[] = ["cases:read", "cases:write", "jobs:work"];
const reviews: readonly Scope[] = ["reviews:read", "reviews:write"];
const unmasking: readonly Scope[] = ["unmasking:read", "unmasking:write"];

/** What each role may reach at all; which command an object then takes from whom, casework's tables say. */
export const roleScopes: Readonly<Record<StaffRole, readonly Scope[]>> = {
  triage: [...reading, ...cases, "leads:write", "reports:read", "check"],
  analyst: [
    ...reading,
    ...cases,
    ...reviews,
    ...unmasking,
    "leads:write",
    "reports:read",
    "operations:read",
    "operations:write",
    "effects:read",
    "check",
  ],
  approver: [...reading, ...cases, ...reviews, "reports:read", "operations:read", "effects:read", "check"],
  senior: [
    ...reading,
    ...cases,
    ...reviews,
    ...unmasking,
    "reports:read",
    "operations:read",
    "operations:write",
    "register:look_up",
    "effects:read",
    "check",
  ],
  appeal_reviewer: [...reading, ...cases, "reports:read", "check"],
  editor: ["claims:read", "claims:write", "operations:read", "operations:write", "check", "events:read", "ledger:read"],
  liaison: [
    ...cases,
    "leads:read",
    "leads:write",
    "authority:read",
    "authority:write",
    "claims:read",
    "ledger:read",
    "events:read",
  ],
  legal: [
    ...cases,
    ...unmasking,
    "leads:read",
    "authority:read",
    "authority:write",
    "claims:read",
    "ledger:read",
    "events:read",
  ],
  victim_support: ["victims:read", "victims:write", "jobs:work", "claims:read", "check"],
  // Reads everything. Of writing: reopening a case, what keeps evidence, the second yes to an unmasking, gaps of our own controls.
  auditor: [
    ...reading,
    ...cases,
    ...reviews,
    ...unmasking,
    "legal_holds:manage",
    "authority:read",
    "operations:read",
    "register:look_up",
    "victims:read",
    "effects:read",
    "views:read",
    "reports:read",
    "access:read",
    "metrics:read",
  ],
  // Opens no content of cases: what people did and what machines found is not an administrator's to read.
  admin: [
    "access:read",
    "access:manage",
    "webhooks:manage",
    "detection:manage",
    "records:manage",
    "legal_holds:manage",
    ...reviews,
    "effects:read",
    "metrics:read",
    "ledger:read",
  ],
};

/** What people alone do, under their own name: no program opens what is kept for those who need to know it, nor decides. */
const peopleOnly: ReadonlySet<Scope> = new Set<Scope>([
  "access:manage",
  "cases:read",
  "cases:write",
  "jobs:work",
  "legal_holds:manage",
  "authority:read",
  "authority:write",
  "operations:write",
  "reviews:write",
  "register:look_up",
  "unmasking:read",
  "unmasking:write",
  "victims:read",
  "victims:write",
  "views:read",
]);

/** What a token may hold: who may do what is decided by people, never by a program. */
export const tokenScopes: readonly Scope[] = scopes.filter((scope) => !peopleOnly.has(scope));
