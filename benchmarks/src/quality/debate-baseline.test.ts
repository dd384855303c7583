import { describe, expect, it } from "vitest";
import { loadDebate } from "../data/debate.ts";
import { hasCoordination } from "../data/folder.ts";
import { averagePrecision, confusionOf } from "../stats/ranking.ts";
import { countSharedTexts } from "./debate-baseline.ts";

it("countSharedTexts() counts distinct long texts that another account posted in the same minute", () => {
  const rows = [
    ["a", 0, "Vote now for the bridge https://t.co/1"],
    ["b", 59, "vote NOW  for the bridge"],
    ["b", 60, "the last boat leaves at noon"], // alone in its minute
    ["a", 119, "too short here"],
    ["c", 119, "too short here"],
    ["a", 1, "vote now for the bridge"], // the same text again counts once
  ] as const;
  const shared = countSharedTexts({
    account: rows.map(([account]) => account),
    object: rows.map((_, row) => String(row)),
    at: Float64Array.from(rows, ([, second]) => second * 1000),
    text: rows.map(([, , text]) => text),
  });
  expect([...shared]).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
});

describe.skipIf(!hasCoordination("debate_mix"))("on debate_mix", () => {
  it("scores what the peers' page states", () => {
    const posts = loadDebate();
    const shared = countSharedTexts(posts);
    const accounts = [...new Set(posts.account)];
    const isTroll = accounts.map((account) => posts.trolls.has(account));
    const counts = accounts.map((account) => shared.get(account) ?? 0);
    expect(averagePrecision(counts, isTroll)).toBeCloseTo(0.691, 3);
    const three = counts.map((count) => count >= 3);
    expect(confusionOf(three, isTroll)).toMatchObject({ flagged: 500, falseFlagged: 86, precision: 0.828 });
  });
});
