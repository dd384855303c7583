import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultIntakeLimits } from "../limits.ts";
import { createJsonLinesReader, type JsonSink } from "./json-lines.ts";
import { createJsonValuesReader } from "./json-values.ts";
import { parseJson } from "./parse-json.ts";
import type { ChunkReader } from "./reader.ts";

type Create = (limits: typeof defaultIntakeLimits, sink: JsonSink) => ChunkReader;

function read(create: Create, text: string, chunkBytes: number, recordBytesMax = 1000): unknown[] {
  const seen: unknown[] = [];
  const reader = create(
    { ...defaultIntakeLimits, recordBytesMax },
    { onValue: (value) => seen.push(value), onBroken: (reason) => seen.push(reason) },
  );
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunkBytes) reader.push(bytes.subarray(at, at + chunkBytes));
  reader.end();
  return seen;
}

const valueOf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string({ maxLength: 3 })));
const recordOf = fc.dictionary(fc.string({ maxLength: 4 }), valueOf, {
  maxKeys: 4,
  noNullPrototype: true,
});
const recordsOf = fc.array(recordOf, { maxLength: 8 });
const forms: readonly [string, Create, (records: readonly unknown[]) => string][] = [
  ["lines", createJsonLinesReader, (records) => records.map((r) => `${JSON.stringify(r)}\n`).join("")],
  ["an array", createJsonValuesReader, (records) => JSON.stringify(records)],
  ["an indented array", createJsonValuesReader, (records) => JSON.stringify(records, null, 2)],
  ["values run together", createJsonValuesReader, (records) => records.map((r) => JSON.stringify(r, null, 1)).join("")],
];

describe("JSON readers", () => {
  it.each(forms)("read back %s, in chunks of any size", (_, create, write) => {
    fc.assert(
      fc.property(recordsOf, fc.integer({ min: 1, max: 40 }), (records, chunkBytes) => {
        const text = write(records);
        expect(read(create, text, chunkBytes, 1 << 20)).toEqual(records.map((r) => JSON.parse(JSON.stringify(r))));
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it.each([
    [createJsonValuesReader, '[{"a":1},{"b":},{"c":3}]', [{ a: 1 }, "bad_json", { c: 3 }]],
    [createJsonValuesReader, '[{"a":"]}\\""},7]', [{ a: ']}"' }, 7]],
    [createJsonValuesReader, `[{"a":"${"x".repeat(5000)}"},{"b":2}]`, ["record_too_long", { b: 2 }]],
    [createJsonValuesReader, '[{"a":1},{"b":', [{ a: 1 }, "bad_json"]],
    [createJsonLinesReader, `{"a":"${"x".repeat(5000)}"}\n{"b":2}`, ["record_too_long", { b: 2 }]],
  ])("%# costs the broken value only", (create, text, expected) => {
    for (const chunkBytes of [1, 64, 10_000]) expect(read(create, text, chunkBytes)).toEqual(expected);
  });
});

describe("parseJson()", () => {
  it.each([
    ['{"id":1526642583807606786}', { id: "1526642583807606786" }],
    ['{"id":"1526642583807606786","n":1e30,"m":12}', { id: "1526642583807606786", n: 1e30, m: 12 }],
    ['{"t":":1526642583807606786,"}', { t: ":1526642583807606786," }],
    ["[1234567890123456]", [1234567890123456]],
    ["{", undefined],
  ])("%s keeps every digit of an id", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });
});
