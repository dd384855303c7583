import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultIntakeLimits } from "../limits.ts";
import { createCsvReader, type CsvSink } from "./csv.ts";

type Read = { rows: string[][]; lines: number[]; broken: string[] };

function readCsv(bytes: Buffer, cuts: readonly number[], limits = defaultIntakeLimits): Read {
  const read: Read = { rows: [], lines: [], broken: [] };
  let columns = 0;
  const sink: CsvSink = {
    onHeader: (names) => {
      columns = names.length;
    },
    onRow: (row) => {
      read.rows.push(Array.from({ length: columns }, (_, i) => row.cell(i)));
      read.lines.push(row.line);
    },
    onBroken: (reason, place) => read.broken.push(`${reason}@${place.line}`),
  };
  const reader = createCsvReader({ name: "test", delimiter: ",", limits }, sink);
  let at = 0;
  for (const cut of [...cuts].map((c) => c % (bytes.length + 1)).sort((a, b) => a - b)) {
    reader.push(bytes.subarray(at, cut));
    at = cut;
  }
  reader.push(bytes.subarray(at));
  reader.end();
  return read;
}

/** Character by character, the whole text at hand: RFC 4180 with nothing clever. */
function readSlowly(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else if (character !== "\r") cell += character;
  }
  return rows;
}

const cellOf = fc.string({ unit: fc.constantFrom("a", "1", '"', ",", "\n", "安", "é", " ", "🙂"), maxLength: 6 });
const tableOf = fc.array(fc.tuple(cellOf, cellOf, cellOf), { maxLength: 12 });

function write(table: readonly (readonly string[])[], lineEnd: string): string {
  const cell = (value: string): string => (/["\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [["x", "y", "z"], ...table].map((row) => row.map(cell).join(",") + lineEnd).join("");
}

describe("createCsvReader()", () => {
  it("reads back what was written, however it is cut, as the slow reader does", () => {
    fc.assert(
      fc.property(
        tableOf,
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        (table, cuts, lineEnd) => {
          const text = write(table, lineEnd);
          const { rows, broken } = readCsv(Buffer.from(text), cuts);
          expect(broken).toEqual([]);
          expect(rows).toEqual(table);
          expect(rows).toEqual(readSlowly(text).slice(1));
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });

  it("gives the same rows and rejections for any bytes, however they are cut", () => {
    const limits = { ...defaultIntakeLimits, quotedBytesMax: 12 };
    const bytesOf = fc.array(fc.constantFrom(0x61, 0x22, 0x2c, 0x0a, 0x0d, 0xe5, 0x00), { maxLength: 60 });
    fc.assert(
      fc.property(bytesOf, fc.array(fc.nat(), { maxLength: 8 }), (bytes, cuts) => {
        const whole = Buffer.concat([Buffer.from("x,y\n"), Buffer.from(bytes)]);
        expect(readCsv(whole, cuts, limits)).toEqual(readCsv(whole, [], limits));
      }),
      { seed: 4, numRuns: 600 },
    );
  });

  it("counts lines inside quotes, and resumes after a quote that never closes", () => {
    const { rows, lines, broken } = readCsv(Buffer.from('x,y\n"a\nb",1\nc,2\n"d,3\ne,4\n'), []);
    expect(rows).toEqual([
      ["a\nb", "1"],
      ["c", "2"],
      ["e", "4"],
    ]);
    expect(lines).toEqual([2, 4, 6]);
    expect(broken).toEqual(["unclosed_quote@5"]);
  });
});
