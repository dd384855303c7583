import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { defaultIntakeLimits } from "./limits.ts";
import { readRecords, type RawRecord, type ReadRecordsOptions } from "./read-records.ts";

async function readAll(bytes: Buffer, options?: ReadRecordsOptions): Promise<readonly RawRecord[]> {
  const source = { name: "x", bytes: bytes.length, open: () => Readable.from([bytes]) };
  const records: RawRecord[] = [];
  for await (const record of readRecords(source, options)) records.push(record);
  return records;
}

it.each([
  ["NDJSON", '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ["an array", '[{"a":1},{"a":2}]', [{ a: 1 }, { a: 2 }]],
  ["one document", '{\n"a": [1,\n2]\n}', [{ a: [1, 2] }]],
  ["CSV", 'a,b\n1,"x\ny"\n,2\n', [{ a: "1", b: "x\ny" }, { b: "2" }]],
  ["TSV", "a\tb\n1\t2\n", [{ a: "1", b: "2" }]],
])("readRecords() reads %s, plain and compressed", async (_, text, values) => {
  for (const bytes of [Buffer.from(text), gzipSync(text)]) {
    const records = await readAll(bytes);
    expect(records.map((record) => "value" in record && record.value)).toEqual(values);
  }
});

it("readRecords() takes a page whole", async () => {
  const html = "\n<!doctype html><p>é</p>";
  expect(await readAll(Buffer.from(html))).toMatchObject([{ kind: "page", html }]);
});

it("readRecords() refuses a page beyond the limit, by name", async () => {
  const limits = { ...defaultIntakeLimits, recordBytesMax: 100 };
  await expect(readAll(Buffer.from(`<p>${"x".repeat(200)}`), { limits })).rejects.toThrow(/^x is a page/);
});

it("readRecords() tells where a record is broken, and goes on", async () => {
  const records = await readAll(Buffer.from('{"a":1}\n{"a":\n{"a":3}\n'));
  expect(records).toMatchObject([
    { kind: "value", line: 1 },
    { kind: "broken", reason: "bad_json", line: 2, excerpt: '{"a":' },
    { kind: "value", line: 3 },
  ]);
});

it("readRecords() says that a compressed file was cut", async () => {
  const whole = gzipSync('{"a":1}\n'.repeat(1000));
  const records = await readAll(whole.subarray(0, whole.length - 10));
  expect(records.at(-1)).toMatchObject({ kind: "broken", reason: "truncated_input" });
});

it("readRecords() gives a column named like a member of every object as a plain cell", async () => {
  const [record] = await readAll(Buffer.from("__proto__,a\nx,y\n"));
  expect(record?.kind === "row" && Object.entries(record.value)).toEqual([
    ["__proto__", "x"],
    ["a", "y"],
  ]);
});
