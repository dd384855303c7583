import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";
import { chooseLanguage } from "./languages.ts";

const [en, zh] = [createFormat("en", "UTC"), createFormat("zh-Hans", "UTC")];
const at = Date.UTC(2026, 10, 25, 14, 5);
const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

describe("createFormat()", () => {
  it.each([
    [-45_000, "45 seconds ago", "45秒钟前"],
    [30 * minuteMs, "in 30 minutes", "30分钟后"],
    // Two hours less a minute say more as minutes would, but nobody counts them.
    [119 * minuteMs, "in 2 hours", "2小时后"],
    [30 * dayMs, "in 30 days", "30天后"],
    [-1.6 * dayMs, "2 days ago", "前天"],
  ])("says %d ms from now", (ms, english, chinese) => {
    expect([en.relative(at + ms, at), zh.relative(at + ms, at)]).toEqual([english, chinese]);
  });

  it("writes numbers, and what is tiny by its power", () => {
    expect([en.number(12_345), zh.number(12_345)]).toEqual(["12,345", "12,345"]);
    expect([0, 0.25, 25.66, 6.05e-60].map(en.figure)).toEqual(["0", "0.25", "25.7", "6.05 × 10⁻⁶⁰"]);
    expect(en.percent(0.876)).toBe("87.6%");
  });

  it("writes times, durations and lists as people of the language do", () => {
    expect([en.time(at), zh.time(at)]).toEqual(["14:05", "14:05"]);
    expect([en.duration(3 * hourMs), zh.duration(3 * hourMs)]).toEqual(["3 hours", "3小时"]);
    expect([en.list(["a", "b", "c"]), zh.list(["甲", "乙"])]).toEqual(["a, b, c", "甲、乙"]);
  });
});

it.each([
  [["zh-TW", "en"], "zh-Hans"],
  [["fr", "zh"], "zh-Hans"],
  [["en-GB", "zh"], "en"],
  [["fr"], "en"],
  [[], "en"],
] as const)("chooseLanguage() of %j", (wishes, language) => {
  expect(chooseLanguage(wishes)).toBe(language);
});
