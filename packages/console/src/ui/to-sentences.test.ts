import type { Problem } from "@breakwater/contract";
import { expect, it } from "vitest";
import { ApiError } from "../api/api-error.ts";
import { toSentences } from "./to-sentences.ts";

const told = (problem: Partial<Problem>, language: "en" | "zh-Hans" = "en"): string => {
  const whole = { type: "t", title: "T", status: 409, code: "refused", requestId: "r", ...problem };
  return toSentences(new ApiError({ kind: "problem", problem: whole, retryAfterS: null }), language).text;
};

it("says why where the service says why to people, and nothing that is for programmers", () => {
  // A refusal comes in the language that was asked for; a detail without one is in English, for programmers.
  const refusal = { code: "last_administrator", about: [] };
  expect(told({ detail: "这是最后一位管理员。", refusal }, "zh-Hans")).toBe("这是最后一位管理员。");
  expect(told({ detail: "If-Match is 7." }, "zh-Hans")).toBe("当前办理规则不允许该操作。");
  expect(told({ code: "not_found", detail: "row 7" })).toBe("There is nothing at this address.");
  expect(told({ code: "conflict", detail: "" })).toBe("It was changed in the meantime; read it again.");
  const faults = [{ pointer: "/body/x", message: "Invalid input: expected string" }];
  expect(told({ code: "invalid_request", faults })).not.toContain("expected string");
  expect(told({ code: "of_tomorrow" })).toBe("T");
  expect(toSentences(new Error("Cannot read x of undefined"), "en").text).not.toContain("undefined");
});
