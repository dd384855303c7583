import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toTestAction } from "./action-log.law.ts";
import { decodeActions, encodeActions, toAccountKey, toSeenKey } from "./action-batch.ts";

const actions = [
  toTestAction("1"),
  toTestAction("\u{1F600}词", { text: `${"防波堤".repeat(50_000)}\ud800` }),
  toTestAction("3", { text: "" }),
];

describe("encodeActions()", () => {
  it("gives back what went in, also over a change of threads", () => {
    const batch = encodeActions("forum", actions);
    expect(batch.count).toBe(3);
    const there = structuredClone(batch);
    expect(decodeActions(there)).toEqual(actions);
    expect([...there.keys]).toEqual(actions.map(({ id }) => toSeenKey("forum", id)));
    expect([...there.times]).toEqual(actions.map(({ at }) => at));
    expect(decodeActions(encodeActions("forum", []))).toEqual([]);
  });
});

describe("toSeenKey()", () => {
  it("is the first 64 bits of SHA-256, and keeps source and id apart", () => {
    const digest = createHash("sha256").update("5:forumid").digest();
    expect(toSeenKey("forum", "id")).toBe(digest.readBigInt64LE());
    expect(toSeenKey("a", "bc")).not.toBe(toSeenKey("ab", "c"));
  });
});

describe("toAccountKey()", () => {
  it("is a whole number that SQLite and JavaScript both hold, and tells accounts apart", () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => toAccountKey(`account-${i}`));
    expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
