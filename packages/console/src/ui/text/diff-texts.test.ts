import fc from "fast-check";
import { expect, it } from "vitest";
import { diffTexts } from "./diff-texts.ts";

it.each([
  ["the new ferry", "the old ferry", "the [old] ferry"],
  ["same", "same", "same"],
  ["新渡轮真快", "新渡轮很快", "新渡轮[很]快"],
  ["", "all new", "[all new]"],
])("diffTexts(%j, %j) marks %j", (model, text, marked) => {
  const pieces = diffTexts(model, text).map((piece) => (piece.isSame ? piece.text : `[${piece.text}]`));
  expect(pieces.join("")).toBe(marked);
});

it("diffTexts() gives the text back, whole and in order", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(text, text, (model, other) => {
      const pieces = diffTexts(model, other);
      expect(pieces.map((piece) => piece.text).join("")).toBe(other);
    }),
    { seed: 7 },
  );
});
