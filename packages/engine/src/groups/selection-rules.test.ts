import { describe, expect, it } from "vitest";
import { toSelectionRules } from "./selection-rules.ts";

describe("toSelectionRules()", () => {
  it.each([
    { selection: { kind: "none" }, hasPopulation: true, hashtag: null, off: [] },
    { selection: { kind: "keyword", value: "#vaccine" }, hasPopulation: true, hashtag: null, off: [] },
    { selection: { kind: "hashtag", value: "#Vaccine" }, hasPopulation: true, hashtag: "vaccine", off: ["hashtag"] },
    { selection: { kind: "hashtag", value: "防波堤" }, hasPopulation: true, hashtag: "防波堤", off: ["hashtag"] },
    {
      selection: { kind: "accounts" },
      hasPopulation: false,
      hashtag: null,
      off: ["concentration", "origin", "automation"],
    },
    {
      selection: { kind: "not_stated" },
      hasPopulation: false,
      hashtag: null,
      off: ["concentration", "origin", "automation"],
    },
  ] as const)("switches off what $selection.kind would fake", ({ selection, hasPopulation, hashtag, off }) => {
    const rules = toSelectionRules(selection);
    expect(rules.hasPopulation).toBe(hasPopulation);
    expect(rules.hashtag).toBe(hashtag);
    expect(rules.switchedOff.map((one) => one.what)).toEqual(off);
  });
});
