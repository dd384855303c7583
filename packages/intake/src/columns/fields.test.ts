import { describe, expect, it } from "vitest";
import { parseColumnMap } from "./fields.ts";
import { splitValues } from "./split-values.ts";

describe("parseColumnMap()", () => {
  it("reads fields and columns, several for the many-valued", () => {
    expect(parseColumnMap("account=user id, at=a=b,url=link,url=card")).toEqual({
      account: ["user id"],
      at: ["a=b"],
      url: ["link", "card"],
    });
  });
  it.each([
    ["account", /FIELD=COLUMN/],
    ["=x", /FIELD=COLUMN/],
    ["account=", /FIELD=COLUMN/],
    ["", /FIELD=COLUMN/],
    ["topic=x", /no field "topic"; the fields are id, account/],
    ["at=x,at=y", /mapped twice/],
  ])("refuses %j", (words, message) => {
    expect(() => parseColumnMap(words)).toThrow(message);
  });
});

describe("splitValues()", () => {
  it.each([
    ["a", "hashtag", ["a"]],
    ["#a #b,#c", "hashtag", ["#a", "#b", "#c"]],
    ["http://x/?a=1,2 http://y|http://z;w", "url", ["http://x/?a=1,2", "http://y", "http://z", "w"]],
    ['["a b",7]', "media", ["a b", "7"]],
    ["['a', 'b']", "mention", ["a", "b"]],
    ["[]", "mention", []],
  ] as const)("%s", (cell, kind, values) => {
    expect(splitValues(cell, kind)).toEqual(values);
  });
});
