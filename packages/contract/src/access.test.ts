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
  // Whoever lets a detector loose has seen what it finds.
  const loosing = staffRoles.filter((role) => roleScopes[role].includes("detection:manage"));
  expect(loosing).toEqual(["senior"]);
  for (const role of loosing) expect(roleScopes[role]).toContain("groups:read");
  expect(roleScopes.auditor.filter((scope) => /:(?:write|manage)$/.test(scope))).toEqual([]);
  expect(roleScopes.admin).not.toContain("leads:read");
  expect(tokenScopes).not.toContain("access:manage");
});
