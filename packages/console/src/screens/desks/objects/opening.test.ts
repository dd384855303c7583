import { requestMachine, operationMachine, unmaskMachine, workspaceMachine } from "@breakwater/casework";
import { expect, it } from "vitest";
import { findOpening } from "./opening.ts";

it("opens what casework's tables let a role open, and says who may where they do not", () => {
  const as = (...roles: readonly ("liaison" | "legal" | "senior" | "victim_support")[]) =>
    ({ roles, at: 1, language: "en" }) as const;
  expect(findOpening(requestMachine, "receive", as("liaison"))).toEqual({ enabled: true });
  expect(findOpening(requestMachine, "receive", as("legal"))).toMatchObject({
    enabled: false,
    code: "role_may_not",
    about: ["liaison"],
    why: "None of your roles may do this.",
  });
  expect(findOpening(operationMachine, "start", as("legal", "senior"))).toEqual({ enabled: true });
  expect(findOpening(unmaskMachine, "request", as("victim_support")).about).toContain("analyst");
  expect(findOpening(workspaceMachine, "open", as("victim_support"))).toEqual({ enabled: true });
});
