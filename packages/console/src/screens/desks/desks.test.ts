import { roleScopes, staffRoles } from "@breakwater/contract";
import { expect, it } from "vitest";
import { rolesWith } from "../../shell/reach.ts";
import { deskKeys, desks, deskScopes, findDesk } from "./desks.ts";

it("has every desk once, and each is open to somebody", () => {
  expect(desks.map(({ key }) => key)).toEqual(deskKeys);
  for (const { key, scope } of desks) expect(rolesWith([scope]).length, key).toBeGreaterThan(0);
});

it("opens to each role what its scopes open", () => {
  const open = Object.fromEntries(
    staffRoles.map((role) => [
      role,
      desks.filter(({ scope }) => roleScopes[role].includes(scope)).map(({ key }) => key),
    ]),
  );
  expect(open["liaison"]).toEqual(["authority", "hand-overs", "holds", "policies"]);
  expect(open["victim_support"]).toEqual(["victims", "policies"]);
  expect(open["editor"]).toEqual(["corrections", "operations", "policies"]);
  expect(open["auditor"]).toEqual(deskKeys);
  expect(open["admin"]).toEqual(["legal-holds", "reviews", "policies", "effects"]);
  for (const role of staffRoles)
    expect(
      roleScopes[role].some((scope) => deskScopes.includes(scope)),
      role,
    ).toBe(true);
});

it("findDesk() knows the desk of a page and of its objects", () => {
  expect(findDesk("/console/desks/reports/report-1")?.key).toBe("reports");
  expect(findDesk("/desks/reporters")?.key).toBe("reporters");
  expect(findDesk("/desks")).toBeNull();
});
