import { expect, it } from "vitest";
import { roleScopes, scopes, staffRoles, tokenScopes } from "./access.ts";

it("roleScopes names known scopes once, and lets admin and auditor alone see access", () => {
  for (const role of staffRoles) {
    const allowed = roleScopes[role];
    expect(new Set(allowed).size, role).toBe(allowed.length);
    for (const scope of allowed) expect(scopes, role).toContain(scope);
  }
  expect(staffRoles.filter((role) => roleScopes[role].includes("access:manage"))).toEqual(["admin"]);
  expect(staffRoles.filter((role) => roleScopes[role].includes("access:read"))).toEqual(["auditor", "admin"]);
  // What casework gives the auditor beside reading; each command there asks for the role as well.
  expect(roleScopes.auditor.filter((scope) => /:(?:write|manage)$/.test(scope))).toEqual([
    "cases:write",
    "reviews:write",
    "unmasking:write",
    "legal_holds:manage",
  ]);
  for (const scope of ["leads:read", "cases:read", "victims:read", "authority:read", "jobs:work"] as const) {
    expect(roleScopes.admin).not.toContain(scope);
  }
  for (const scope of ["access:manage", "cases:write", "cases:read", "victims:read", "views:read"] as const) {
    expect(tokenScopes).not.toContain(scope);
  }
  // The platform's own word: no person says for it that something is done.
  for (const role of staffRoles) expect(roleScopes[role]).not.toContain("effects:write");
});
