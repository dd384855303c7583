import { expect, it } from "vitest";
import { findVersion, toVersionWord } from "./version-word.ts";

it.each([
  ["0.1.0+0011223344556677", "v0_1_0_gghhiijjkkllmmnn"],
  ["12.0.3+89abcdef01234567", "v12_0_3_opabcdefghijklmn"],
  ["1", "v1"],
])("toVersionWord() writes %s so that findVersion() reads it again", (version, word) => {
  expect(toVersionWord(version)).toBe(word);
  expect(findVersion(word)).toBe(version);
});

it.each(["person", "", "1.0.0+", "13812345678", "1.0.0+a.b", "1+<b>"])(
  "toVersionWord() tells nothing of %j",
  (version) => {
    expect(toVersionWord(version)).toBeNull();
  },
);

it.each(["co_timing", "v", "vast", "v1__2"])("findVersion() takes %j for no version", (word) => {
  expect(findVersion(word)).toBeNull();
});
