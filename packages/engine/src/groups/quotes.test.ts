import { describe, expect, it } from "vitest";
import { defaultOptions } from "../contract/options.ts";
import { createDetector } from "../detector.ts";
import { makeCommunity } from "./testing/community.ts";

describe("withQuotes()", () => {
  const community = makeCommunity({ seed: 4, army: 10, targets: 8, isFarm: true, tickMs: 1000 });
  // Each of the army has its own form of the wave's text, all of which are shown in the words of whoever was first.
  const actions = community.map((action, i) => {
    const [{ id: post }] = action.objects;
    const said = `The wave of ${post} has reached the harbour wall, go and see it${"!".repeat(i % 4)}`;
    return {
      ...action,
      text: action.account.startsWith("army-") ? said : `${action.account} at ${i}: a day by the sea`,
    };
  });
  const detector = createDetector({ ...defaultOptions, selection: { kind: "none" } });
  detector.push(actions);
  const [{ groups }] = detector.advance(Number.POSITIVE_INFINITY);

  it("says of every text that the evidence shows from which action it is", () => {
    const textOf = new Map(actions.map((action) => [action.id, action.text]));
    const known = new Set(textOf.values());
    expect(groups).toHaveLength(1);
    for (const { quotes, ...evidence } of groups) {
      const shown = new Set<string>();
      JSON.stringify(evidence, (_, value: unknown) => {
        if (typeof value === "string" && known.has(value)) shown.add(value);
        return value;
      });
      expect(shown.size).toBeGreaterThan(3);
      expect(new Set(quotes.map(({ text }) => text))).toEqual(shown);
      for (const { text, action } of quotes) expect(textOf.get(action)).toBe(text);
    }
  });
});
