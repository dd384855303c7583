import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCell, toCsv, toFigure } from "./csv.ts";

describe("toCell()", () => {
  it.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+49", "'+49"],
    ["-x", "'-x"],
    ["@name", "'@name"],
    [" =1", "' =1"], // spreadsheets skip the blank
    ["＝1", "'＝1"], // the fullwidth form is read as the plain one in some locales
    ["\t=1", "'\t=1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    [-3, "-3"], // a number is no formula
    [null, ""],
  ])("%j is written as %j", (value, cell) => {
    expect(toCell(value)).toBe(cell);
  });

  it("no text begins a formula, and every text can be read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [read] = parse(`${toCell(text)}\n`)[0] ?? [];
        expect(read?.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
        expect(read).not.toMatch(/^\s*[=+\-@]/);
      }),
      { seed: 7 },
    );
  });
});

it("toCsv() gives each row as many cells as the header, whatever they hold", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom(",", '"', "\n", '",\n"'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      const table = parse(toCsv(["a", "b"], rows));
      expect(table.map((row) => row.length)).toEqual(Array.from({ length: rows.length + 1 }, () => 2));
    }),
    { seed: 7 },
  );
});

it.each([
  [1, "1"],
  [1 / 3, "0.333333"],
  [1e-30, "1e-30"],
  [Number.NaN, ""],
  [Number.POSITIVE_INFINITY, "Infinity"],
])("toFigure(%d) is %s", (value, text) => {
  expect(toFigure(value)).toBe(text);
});

/** The slow, obvious reader of RFC 4180: one character after the other. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (isQuoted && mark === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (mark === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (mark === "," || mark === "\n")) {
      row.push(cell);
      cell = "";
      if (mark === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += mark;
  }
  return rows;
}
