import type { Problem } from "@breakwater/contract";
import { expect, it } from "vitest";
import { ApiError } from "../api/api-error.ts";
import { toSentences } from "./to-sentences.ts";

const told = (problem: Partial<Problem>, language: "en" | "zh-Hans" = "en"): string => {
  const whole = { type: "t", title: "T", status: 409, code: "refused", requestId: "r", ...problem };
  return toSentences(new ApiError({ kind: "problem", problem: whole, retryAfterS: null }), language).text;
};

it("says why where the service says why to people, and nothing that is for programmers", () => {
  const detail = "This is the last administrator.";
  expect(told({ code: "refused", detail })).toBe(detail);
  expect(told({ code: "refused", detail }, "zh-Hans")).toBe(`服务拒绝了此操作：${detail}`);
  expect(told({ code: "not_found", detail: "row 7" })).toBe("There is nothing at this address.");
  expect(told({ code: "conflict", detail: "" })).toBe("It was changed in the meantime; read it again.");
  const faults = [{ pointer: "/body/x", message: "Invalid input: expected string" }];
  expect(told({ code: "invalid_request", faults })).not.toContain("expected string");
  expect(told({ code: "of_tomorrow" })).toBe("T");
  expect(toSentences(new Error("Cannot read x of undefined"), "en").text).not.toContain("undefined");
});
