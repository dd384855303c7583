/** What a token may be allowed, and what roles allow people. `…:read` never changes anything. */
export const scopes = [
  "actions:write",
  "check",
  "groups:read",
  "leads:read",
  "leads:write",
  "detection:manage",
  "claims:read",
  "claims:write",
  "reports:write",
  "reports:read",
  "notices:read",
  "notices:deliver",
  "ledger:read",
  "figures:read",
  "statements:read",
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

const reading: readonly Scope[] = [
  "groups:read",
  "leads:read",
  "claims:read",
  "notices:read",
  "ledger:read",
  "figures:read",
  "statements:read",
  "events:read",
];

/** What each role may reach at all; which command an object then takes from whom, casework's tables say. */
export const roleScopes: Readonly<Record<StaffRole, readonly Scope[]>> = {
  triage: [...reading, "leads:write", "reports:read", "check"],
  analyst: [...reading, "leads:write", "reports:read", "check"],
  approver: [...reading, "reports:read", "check"],
  // Has seen the groups that a preview is about, which an administrator has not.
  senior: [...reading, "detection:manage", "reports:read", "check"],
  appeal_reviewer: [...reading, "check"],
  editor: ["claims:read", "claims:write", "check", "events:read", "ledger:read", "figures:read"],
  liaison: ["leads:read", "leads:write", "claims:read", "ledger:read", "figures:read", "events:read"],
  legal: ["leads:read", "claims:read", "notices:read", "ledger:read", "figures:read", "statements:read", "events:read"],
  victim_support: ["claims:read", "check"],
  auditor: [...reading, "reports:read", "access:read", "metrics:read"],
  // Opens no content of cases: what people did and what machines found is not an administrator's to read.
  admin: [
    "access:read",
    "access:manage",
    "webhooks:manage",
    "records:manage",
    "metrics:read",
    "ledger:read",
    "figures:read",
  ],
};

/** What a token may hold: who may do what is decided by people, never by a program. */
export const tokenScopes: readonly Scope[] = scopes.filter((scope) => scope !== "access:manage");
