import { roleScopes } from "@breakwater/contract";
import { expect, it } from "vitest";
import type { Screen } from "../screens/screen.ts";
import { findReach } from "./reach.ts";

const leads: Screen = { key: "leads", letter: "l", scopes: ["leads:read"], path: "/leads" };

it("opens what a scope opens, and names the roles that would open the rest", () => {
  expect(findReach(leads, roleScopes.triage)).toEqual({ kind: "open", path: "/leads" });
  const closed = findReach(leads, roleScopes.editor);
  expect(closed.kind === "not_allowed" && closed.roles).toContain("analyst");
  expect(closed.kind === "not_allowed" && closed.roles).not.toContain("editor");
});

it("tells what is still to be built only to those who might go there", () => {
  const cases = { ...leads, path: null };
  expect(findReach(cases, roleScopes.analyst)).toEqual({ kind: "not_built" });
  expect(findReach(cases, roleScopes.editor).kind).toBe("not_allowed");
  expect(findReach({ ...leads, scopes: [] }, [])).toEqual({ kind: "open", path: "/leads" });
});
