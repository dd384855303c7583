import { expect, it } from "vitest";
import { toCellName } from "./cell-name.ts";

it.each([
  ["level", "l4", "L4", "L4"],
  ["level", "none", "none", "无"],
  ["priority", "p1", "P1", "P1"],
  ["language", "zh_hans", "Simplified Chinese", "简体中文"],
  ["language", "unknown", "unknown", "不明"],
  ["country", "de", "Germany", "德国"],
  ["family", "co_timing", "in step, again and again", "反复同步"],
  ["outcome", "partially_reversed", "partially reversed", "部分推翻"],
  ["version", "v0_1_0_gghhiijjkkllmmnn", "0.1.0 (00112233)", "0.1.0 (00112233)"],
  ["rule", "IA-1:3", "IA-1:3", "IA-1:3"],
  ["whatever", "of_later_versions", "of later versions", "of_later_versions"],
])("toCellName(%s, %s)", (dimension, word, en, zh) => {
  expect([toCellName(dimension, word, "en"), toCellName(dimension, word, "zh-Hans")]).toEqual([en, zh]);
});
