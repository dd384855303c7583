import { describe, expect, it } from "vitest";
import { isTelling, weighText } from "./telling.ts";

describe("weighText()", () => {
  it.each([
    ["", "emoji_only"],
    ["生日快乐", "greeting"],
    ["good morning", "greeting"],
    ["谢谢 谢谢", "greeting"],
    ["转发微博", "boilerplate"],
    ["转发转发转发微博", "boilerplate"],
    ["sent from my iphone", "boilerplate"],
    ["哈哈哈哈哈哈哈哈", "short"],
    ["666666666666666666", "short"],
    ["支持你", "short"],
    ["so true", "short"],
    ["转发微博的人都看看城东水厂的事故", "telling"],
    ["the water plant broke down last night", "telling"],
  ] as const)("of %j is %s", (text, weight) => {
    expect(weighText(text)).toBe(weight);
    expect(isTelling(text)).toBe(weight === "telling");
  });

  it("does not look at what is said", () => {
    expect(weighText("市长昨天说的话全是假的")).toBe(weighText("市长昨天说的话全是真的"));
  });
});
