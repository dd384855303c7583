import { describe, expect, it } from "vitest";
import { builtInVerdictTable } from "./verdict-table.ts";
import { createVerdictReader, parseVerdictWords, type Rating } from "./verdict-words.ts";

describe("createVerdictReader()", () => {
  it.each<[string, string]>([
    ["谣言", "false"],
    ["謠言！", "false"],
    ["不实", "false"],
    ["假", "false"],
    ["虚假", "false"],
    ["Pants on Fire", "false"],
    ["PANTS ON FIRE!", "false"],
    ["Ｆａｌｓｅ", "false"],
    ["False. There is no such bridge.", "false"],
    ["误导", "misleading"],
    ["Mostly false", "misleading"],
    ["Mostly-False", "misleading"],
    ["Miscaptioned", "misleading"],
    ["Misleading", "misleading"],
    ["缺乏上下文", "missing_context"],
    ["Missing context", "missing_context"],
    ["missing_context", "missing_context"],
    ["Outdated", "outdated"],
    ["Half True", "mixed"],
    ["Mixture", "mixed"],
    ["存疑", "unproven"],
    ["尚无定论", "unproven"],
    ["尚無定論", "unproven"],
    ["Unproven", "unproven"],
    ["Satire", "satire"],
    ["Labeled Satire", "satire"],
    ["属实", "true"],
    ["真", "true"],
    ["True", "true"],
    ["Correct Attribution", "true"],
  ])("%s is %s", (word, verdict) => {
    const reader = createVerdictReader();
    expect(reader.read({ words: word })).toBe(verdict);
    expect(reader.listUnknown()).toEqual([]);
  });

  it.each<[string, Rating, string]>([
    ["the lowest step", { value: 1 }, "false"],
    ["the second of five", { value: 2 }, "misleading"],
    ["the middle", { value: 3 }, "mixed"],
    ["the fourth of five", { value: 4 }, "mixed"],
    ["the highest", { value: 5 }, "true"],
    ["a scale of its own", { value: 0, worst: 0, best: 100 }, "false"],
    ["a scale upside down", { value: 5, worst: 5, best: 1 }, "false"],
    ["words that it knows before a number", { value: 5, words: "False" }, "false"],
    ["a number where it does not know the words", { value: 1, words: "Bananas" }, "false"],
  ])("%s: %j is %s", (_, rating, verdict) => {
    expect(createVerdictReader().read(rating)).toBe(verdict);
  });

  it.each<[string, Rating]>([
    ["a number off the scale", { value: -1 }],
    ["a scale of one step", { value: 1, best: 1, worst: 1 }],
    ["nothing", {}],
    ["a word that nobody told it", { words: "Bananas" }],
    ["a negation of what it knows", { words: "Not exactly false" }],
    ["a page for a word", { words: "false ".repeat(1000) }],
  ])("%s is unproven, and named", (_, rating) => {
    const reader = createVerdictReader();
    expect(reader.read(rating)).toBe("unproven");
    expect(reader.listUnknown()).toHaveLength(1);
  });

  it("counts the words that it does not know, and shows them short", () => {
    const reader = createVerdictReader();
    for (const words of ["Meh", "Bananas", "Bananas", "x".repeat(500)]) reader.read({ words });
    expect(reader.listUnknown()).toEqual([
      { word: "Bananas", times: 2 },
      { word: "Meh", times: 1 },
      { word: "x".repeat(80), times: 1 },
    ]);
  });
});

describe("parseVerdictWords()", () => {
  it("reads both ways of writing, notes and blank lines", () => {
    const parsed = parseVerdictWords(
      "\uFEFF# ours\nCinq Pinocchios = false # very\n\nOutdated: 老图、老视频, old # x\nMissing words ＝ TRUE",
    );
    expect(parsed).toEqual({
      ok: true,
      words: new Map([
        ["Cinq Pinocchios", "false"],
        ["老图", "outdated"],
        ["老视频", "outdated"],
        ["old", "outdated"],
        ["Missing words", "true"],
      ]),
    });
  });

  it("overrides what is built in", () => {
    const parsed = parseVerdictWords("mostly false = false");
    expect(parsed.ok && createVerdictReader(parsed.words).read({ words: "Mostly False" })).toBe("false");
  });

  it.each(["hello", "x = maybe", "maybe: x", "= false"])("says which line is none: %s", (line) => {
    expect(parseVerdictWords(`# note\n${line}\n`)).toEqual({ ok: false, line: 2, text: line });
  });

  it("reads the table that is built in, where no word stands twice", () => {
    const parsed = parseVerdictWords(builtInVerdictTable);
    const listed = builtInVerdictTable.split("\n").flatMap((line) => line.split(": ")[1]?.split(", ") ?? []);
    expect(parsed.ok && [...parsed.words.keys()].sort()).toEqual([...listed].sort());
  });
});
