import { describe, expect, it } from "vitest";
import { findActionRefusal } from "./validate.ts";
import { parseSelection, toSelectionWords } from "./selection.ts";
import type { Action } from "./action.ts";

const good: Action = { id: "1", at: 1_700_000_000_000, account: "a", kind: "post", objects: [] };

describe("findActionRefusal()", () => {
  it.each([
    [good, null],
    [{ ...good, id: "" }, "missing_id"],
    [{ ...good, account: "" }, "missing_account"],
    [{ ...good, at: Number.NaN }, "missing_time"],
    [{ ...good, at: -1 }, "time_out_of_range"],
    [{ ...good, at: 253_402_300_799_000 }, "time_out_of_range"], // the year 9999
    [{ ...good, kind: "shout" as "post" }, "unknown_kind"],
    [{ ...good, createdAt: Number.POSITIVE_INFINITY }, "creation_time_out_of_range"],
    [{ ...good, text: "x".repeat(100_001) }, "field_too_long"],
    [{ ...good, objects: [{ kind: "url" as const, id: "" }] }, "empty_object"],
  ])("%# names the first reason", (action, refusal) => {
    expect(findActionRefusal(action)).toBe(refusal);
  });
});

describe("parseSelection()", () => {
  it.each(["none", "accounts", "hashtag:vote", "keyword:a b"])("%s is read and written back", (word) => {
    const selection = parseSelection(word);
    expect(selection && toSelectionWords(selection)).toBe(word);
  });
  it("refuses what it does not know", () => {
    expect(parseSelection("hashtag:")).toBeNull();
    expect(parseSelection("mood:angry")).toBeNull();
  });
});
