import { describe, expect, it } from "vitest";
import { makeGroup, makeSignal } from "../testing/pieces.ts";
import { forgetQuotes, renameAccount } from "./forget-quotes.ts";
import type { GroupEvidence } from "./group.ts";

const text = "campaign";
const plain = makeGroup({ accounts: "abc", objects: "PQ" });
const action = { id: "s:1", account: "a", at: 1, object: text, text };
/** The text stands wherever one may stand, and is also the word of a field that is no text. */
const evidence: GroupEvidence = {
  ...plain,
  coordinated: [makeSignal({ actions: [action, { ...action, id: "s:2", object: "url:P", text: "other" }] })],
  accounts: plain.accounts.map((one) => ({ ...one, objects: [text, "url:P"] })),
  objects: [{ ...plain.objects[0], layer: "sample", id: text }, ...plain.objects],
  edges: [{ source: "a", target: "b", layer: "sample", observed: 1, expected: 0, q: 0, objects: [text, "other"] }],
  samples: [
    {
      representative: text,
      accounts: 2,
      actions: 2,
      variants: [
        { text, account: "a", at: 1 },
        { text: "other", account: "b", at: 2 },
      ],
    },
  ],
  quotes: [
    { text, action: "s:1" },
    { text: "other", action: "s:2" },
  ],
};

describe("forgetQuotes()", () => {
  it("takes the text away wherever it stands, and nothing else", () => {
    const forgotten = forgetQuotes(evidence, new Set(["s:1", "s:9"]));
    expect(forgotten.kind).toBe("campaign");
    expect(JSON.stringify({ ...forgotten, kind: "" })).not.toContain(text);
    expect(JSON.stringify(forgotten)).toContain("other");
    expect(forgotten.quotes).toEqual([{ text: "other", action: "s:2" }]);
    expect(forgotten.coordinated[0].actions[0]).toEqual({ ...action, object: "", text: "" });
    expect(forgetQuotes(evidence, new Set(["s:9"]))).toBe(evidence);
  });
});

describe("renameAccount()", () => {
  it("leaves the account's name nowhere", () => {
    const renamed = renameAccount(evidence, "a", "erased");
    expect(JSON.stringify(renamed)).not.toContain('"a"');
    expect(renamed.accounts.map(({ account }) => account)).toEqual(["erased", "b", "c"]);
    expect(renamed.edges[0].source).toBe("erased");
    expect(renamed.quotes).toEqual(evidence.quotes);
  });
});
