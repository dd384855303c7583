import { describe, expect, it } from "vitest";
import { catalogue, say } from "./catalogue.ts";
import { fillPhrase, toGrouped } from "./phrase.ts";
import { sayOpen } from "./open-words.ts";
import { toChance, toChanceOfLog, toDuration, toIso, toMoment } from "./values.ts";

describe("the catalogue", () => {
  it.each(Object.entries(catalogue))("%s has the same gaps in both languages, and none empty", (_, phrase) => {
    const gaps = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    expect(gaps(phrase.zh)).toEqual(gaps(phrase.en));
    expect(phrase.en.trim()).not.toBe("");
    expect(phrase.zh.trim()).not.toBe("");
  });

  it("never says bot or guilty", () => {
    expect(JSON.stringify(catalogue)).not.toMatch(/\bbots?\b|guilty|机器人|有罪/i);
  });
});

it.each([
  [1, "1 campaign found"],
  [2, "2 campaigns found"],
  [12_000, "12,000 campaigns found"],
])("say() puts %d into the right number", (campaigns, text) => {
  expect(say("headline_campaigns", { campaigns }).en).toBe(text);
});

it("fillPhrase() leaves alone what looks like a gap inside a value", () => {
  expect(fillPhrase({ en: "{a} {b}", zh: "{b} {a}" }, { a: "{b}", b: "x" })).toEqual({ en: "{b} x", zh: "x {b}" });
});

it.each([
  [0.5, "1 in 2"],
  [1 / 12_345, "1 in 12,000"],
  [1e-9, "1 in 10⁹"],
  [0, "less than 1 in 10³⁰⁰"],
  [1, "not unlikely"],
  [Number.NaN, "not unlikely"],
])("toChance(%d) is %s", (p, words) => {
  expect(toChance(p).en).toBe(words);
});

it("toChanceOfLog() finds nothing unlikely in an e-value of one or less", () => {
  expect(toChanceOfLog(0).en).toBe("not unlikely");
  expect(toChanceOfLog(Number.POSITIVE_INFINITY).en).toBe("less than 1 in 10³⁰⁰");
});

it.each([
  [500, "500 ms", "500 毫秒"],
  [90_000, "1.5 min", "1.5 分钟"],
  [86_400_000, "1 d", "1 天"],
])("toDuration(%d)", (ms, en, zh) => {
  expect(toDuration(ms)).toEqual({ en, zh });
});

it.each([
  [86_400_000, "2026-05-03"],
  [60_000, "2026-05-03 08:04"],
  [1000, "2026-05-03 08:04:05"],
  [1, "2026-05-03 08:04:05.006"],
])("toMoment() is no finer than a clock of %d ms", (tickMs, text) => {
  expect(toMoment(Date.UTC(2026, 4, 3, 8, 4, 5, 6), tickMs)).toBe(text);
});

it("toIso() and toMoment() take times that are none", () => {
  expect(toIso(Number.NEGATIVE_INFINITY)).toBe("");
  expect(toMoment(9e15)).toBe("–");
});

it("toGrouped() keeps three digits of what is not whole", () => {
  expect([12_345, 1.23456, 12_345.6].map(toGrouped)).toEqual(["12,345", "1.23", "12,346"]);
});

it("sayOpen() shows a key without words as it is", () => {
  expect(sayOpen("some_newKey").en).toBe("some new key");
  expect(sayOpen("constructor").en).toBe("constructor");
});
