import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./formats/parse-json.ts";
import { readJsonStream, type JsonRecord, type ReadJsonStreamOptions } from "./read-json-stream.ts";

async function readAll(
  bytes: Buffer,
  chunkBytes: number,
  options: ReadJsonStreamOptions,
): Promise<readonly JsonRecord[]> {
  const records: JsonRecord[] = [];
  const chunks = async function* (): AsyncGenerator<Buffer, void> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  };
  for await (const some of readJsonStream(chunks(), options)) records.push(...some);
  return records;
}
const lines = { shape: "lines", recordBytesMax: 100 } as const;
const values = { shape: "values", recordBytesMax: 100 } as const;
const value = (of: unknown): JsonRecord => ({ kind: "value", value: of });

describe("readJsonStream()", () => {
  it.each([
    ["", lines, []],
    ["1\n\n 2 \r\n", lines, [value(1), value(2)]],
    [
      '{"a":\n1}',
      lines,
      [
        { kind: "broken", reason: "bad_json" },
        { kind: "broken", reason: "bad_json" },
      ],
    ],
    [`${"x".repeat(101)}\n3`, lines, [{ kind: "broken", reason: "record_too_long" }, value(3)]],
    ['{"id":12345678901234567890}', lines, [value({ id: "12345678901234567890" })]],
    ["", values, []],
    ["[]", values, []],
    ['[{"a":1},\n {"a":[2]}]', values, [value({ a: 1 }), value({ a: [2] })]],
    ['{"a":\n1}', values, [value({ a: 1 })]],
    ["[1,}{,2]", values, [value(1), { kind: "broken", reason: "bad_json" }]],
    [`["${"x".repeat(101)}",3]`, values, [{ kind: "broken", reason: "record_too_long" }, value(3)]],
  ] as const)("%# %s", async (text, options, expected) => {
    for (const chunkBytes of [1, 5, 1000]) {
      const records = await readAll(Buffer.from(text), chunkBytes, options);
      expect(records.slice(0, expected.length)).toEqual(expected);
    }
  });

  it("gives the same records however the bytes are cut", async () => {
    const record = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        async (all, chunkBytes) => {
          const text = all.map((one) => (one === undefined ? "{broken" : JSON.stringify(one))).join("\n");
          const options = { shape: "lines", recordBytesMax: 1 << 20 } as const;
          const expected = all.map((one) =>
            one === undefined ? { kind: "broken", reason: "bad_json" } : value(parseJson(JSON.stringify(one))),
          );
          expect(await readAll(Buffer.from(text), chunkBytes, options)).toEqual(expected);
        },
      ),
      { numRuns: 100, seed: 5 },
    );
  });

  it("throws on what its bytes throw", async () => {
    const broken = async function* (): AsyncGenerator<Buffer, void> {
      yield Buffer.from("1\n");
      throw new Error("cut off");
    };
    const seen: JsonRecord[] = [];
    const reading = async (): Promise<void> => {
      for await (const some of readJsonStream(broken(), lines)) seen.push(...some);
    };
    await expect(reading()).rejects.toThrow("cut off");
    expect(seen).toEqual([value(1)]);
  });
});
