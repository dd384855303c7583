import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figureKeys, getFigureRow } from "./figure-table.ts";
import { getFigureWords } from "./figure-words.ts";

describe("words of figures", () => {
  it("docs/figures.md has each figure with its definition", () => {
    const page = readFileSync(new URL("../../../../docs/figures.md", import.meta.url), "utf8");
    for (const key of figureKeys) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${key}\` | ${getFigureRow(key).kind} |`));
      expect(row, key).toContain(getFigureWords(key, "en").definition);
    }
  });

  it("are no slogans, and differ for what differs", () => {
    const names = new Set<string>();
    for (const language of ["en", "zh-Hans"] as const) {
      for (const key of figureKeys) {
        const { name, definition } = getFigureWords(key, language);
        expect(`${name} ${definition}`).not.toMatch(/\b(?:nearly|significant|success(?:ful)?ly|only)\b|近\d|逾/);
        expect(names.has(`${language} ${name}`), name).toBe(false);
        names.add(`${language} ${name}`);
      }
    }
  });
});
