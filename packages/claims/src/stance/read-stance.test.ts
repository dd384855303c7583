import { describe, expect, it } from "vitest";
import { readStance } from "./read-stance.ts";

const claimIn = (text: string, claim: string): readonly { from: number; to: number }[] => {
  const from = text.indexOf(claim);
  return from === -1 ? [] : [{ from, to: from + claim.length }];
};

describe("readStance()", () => {
  it.each([
    ["a claim", "大桥明天就要塌了，快转", "asserts"],
    ["a debunk", "网传大桥明天就要塌了，不实", "refutes"],
    ["a debunk in Traditional characters", "大橋明天就要塌了是謠言", "refutes"],
    ["a penalty", "男子散布大桥明天就要塌了的谣传被拘留", "refutes"],
    ["an arrest", "编造大桥明天就要塌了，男子被行拘", "reports_penalty"],
    ["a question", "大桥明天就要塌了，真的假的", "asks"],
    ["a marker turned round", "大桥明天就要塌了，看起来不像假新闻", "asserts"],
    ["an English fact check", "Fact check: 大桥明天就要塌了", "refutes"],
    ["an insult inside a rumour", "大桥明天就要塌了 and the fake news hides it", "asserts"],
    ["an English question", "Is this true? 大桥明天就要塌了", "asks"],
  ])("of %s", (_, text, stance) => {
    expect(readStance(text, claimIn(text, "大桥明天就要塌了")).stance).toBe(stance);
  });

  it("lets a marker count in a long post only where the claim stands, and says so where it does not", () => {
    const filler = "今天天气很好我们去公园走了走。".repeat(14);
    const near = `开头一句。${filler}大桥明天就要塌了。这是谣言。${filler}`;
    const far = `开头一句。${filler}大桥明天就要塌了。${filler}另外昨天那件事是谣言。`;
    expect(readStance(near, claimIn(near, "大桥明天就要塌了")).stance).toBe("refutes");
    expect(readStance(far, claimIn(far, "大桥明天就要塌了"))).toMatchObject({ stance: "asserts", isUnclear: true });
  });
});
