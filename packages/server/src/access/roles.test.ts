import { isStaffRole, roles } from "@breakwater/casework";
import { staffRoles } from "@breakwater/contract";
import { expect, it } from "vitest";

it("people hold the roles that casework calls staff, but for the outsider, who has no account here", () => {
  const staff = roles.filter((role) => isStaffRole(role) && role !== "outsider");
  expect([...staffRoles].sort()).toEqual([...staff].sort());
});
