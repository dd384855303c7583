import { describe, expect, it } from "vitest";
import { z } from "zod";
import { scopes } from "./access.ts";
import { isNoticeKind, noticeKind, noticeKindNames, noticeKinds, noticeMessage, toNoticeMessage } from "./events.ts";

describe("the table of notices", () => {
  it.each(noticeKindNames)("%s has a scope, words in both languages and flat data of limited size", (kind) => {
    const { scope, en, zh, data } = noticeKinds[kind];
    expect(kind).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(scopes).toContain(scope);
    expect(en).toMatch(/\.$/);
    expect(zh).toMatch(/。$/);
    // Facts, not texts: every string is an id or a word.
    for (const text of listStrings(z.toJSONSchema(data))) {
      expect(text["enum"] === undefined ? text["maxLength"] : 0, kind).toBeLessThanOrEqual(512);
    }
  });

  it("refuses a kind that it does not have", () => {
    for (const unknown of ["lead.opend", "toString", "__proto__", "", "constructor"]) {
      expect(isNoticeKind(unknown)).toBe(false);
      expect(noticeKind.safeParse(unknown).success).toBe(false);
      expect(toNoticeMessage({ sequence: 1, at: 0, kind: unknown, data: {} })).toBeNull();
    }
  });
});

describe("toNoticeMessage()", () => {
  it("says what the table knows and nothing else", () => {
    const data = { lead: "l-1", version: 2, phone: "+49 170 1234567" };
    const message = toNoticeMessage({ sequence: 7, at: 1_700_000_000_000, kind: "lead.updated", data });
    expect(message).toEqual({
      type: "lead.updated",
      timestamp: "2023-11-14T22:13:20.000Z",
      sequence: 7,
      data: { lead: "l-1", version: 2 },
    });
    expect(noticeMessage.safeParse(message).success).toBe(true);
  });

  it.each([
    ["no data", null],
    ["data without its id", { version: 2 }],
    ["an id of the wrong type", { lead: 7 }],
    ["an endless id", { lead: "x".repeat(513) }],
  ])("gives nothing of %s", (_, data) => {
    expect(toNoticeMessage({ sequence: 7, at: 0, kind: "lead.opened", data })).toBeNull();
  });
});

/** Schemas of strings, wherever they stand. */
function listStrings(schema: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "type" in schema && schema.type === "string" ? [{ ...schema }] : [];
  return [...own, ...Object.values(schema).flatMap(listStrings)];
}
