import { expect, it } from "vitest";
import { parseSequences } from "./parse-sequences.ts";

it.each([
  ["3", [3]],
  ["7-9, 3", [3, 7, 8, 9]],
  ["9、 9，1–2", [1, 2, 9]],
  ["0-999", Array.from({ length: 1000 }, (_, i) => i)],
  ["", null],
  ["  ", null],
  ["x", null],
  ["9-7", null],
  ["-1", null],
  ["5000", null],
  ["0-1000", null],
  ["0-999, 1000", null],
  ["1.5", null],
])("parseSequences(%j)", (text, expected) => {
  expect(parseSequences(text, 5000)).toEqual(expected);
});
