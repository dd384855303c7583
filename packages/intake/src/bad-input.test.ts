import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { IntakeError, type IntakeErrorCode } from "./intake-error.ts";
import { fileSource } from "./source.ts";
import { bytesSource, readAll } from "./testing/read-all.ts";

const header = "id,account,at,text\n";
const good = "1,ann,1700000000,hello\n";
const goodJson = '{"id":"1","account":"ann","at":1700000000,"text":"hello"}\n';

describe("readActions(): a bad record costs itself, and is told with its place", () => {
  it.each([
    ["a row with a cell too few", `${header}${good}2,bob,1700000001\n`, "wrong_column_count", 3],
    ["a row with a cell too many", `${header}2,bob,1700000001,a,b\n${good}`, "wrong_column_count", 2],
    ["a NUL byte", `${header}2,bo\0b,1700000001,x\n${good}`, "nul_byte", 2],
    ["no account", `${header}2,,1700000001,x\n${good}`, "missing_account", 2],
    ["no time", `${header}2,bob,,x\n${good}`, "missing_time", 2],
    ["no such time", `${header}2,bob,tomorrow,x\n${good}`, "unreadable_time", 2],
    ["the 30th of February", `${header}2,bob,2021-02-30 10:00:00,x\n${good}`, "unreadable_time", 2],
    ["the year 0", `${header}2,bob,0000-01-01 00:00:00,x\n${good}`, "time_out_of_range", 2],
    ["the year 9999", `${header}2,bob,9999-12-31T23:59:59Z,x\n${good}`, "time_out_of_range", 2],
    ["a negative time", `${header}2,bob,-1700000000,x\n${good}`, "time_out_of_range", 2],
    ["the year 9999 in seconds", `${header}2,bob,253402300799,x\n${good}`, "time_out_of_range", 2],
    ["an id that went by", `${header}${good}1,bob,1700000009,x\n`, "duplicate_id", 3],
    ["a text of 10 MB", `${header}2,bob,1700000001,${"x".repeat(10_000_000)}\n${good}`, "field_too_long", 2],
    ["a quote that never closes", `${header}2,bob,1700000001,"x\n${good}`, "unclosed_quote", 2],
    ["a line that is no JSON", `${goodJson}{"id":\n`, "bad_json", 2],
    ["a line that is no object", `${goodJson}[1,2]\n`, "not_an_object", 2],
    ["nesting 10,000 deep", `${goodJson}${"[".repeat(10_000)}${"]".repeat(10_000)}\n`, "not_an_object", 2],
    ["nesting that never closes", `${goodJson}${'{"a":'.repeat(10_000)}\n`, "bad_json", 2],
  ])("%s", async (_, input, reason, line) => {
    const { actions, rejections, report } = await readAll(input);
    expect(actions.map((action) => action.id)).toEqual(["1"]);
    expect(rejections.map((r) => [r.reason, r.line])).toEqual([[reason, line]]);
    expect(report.rejected).toEqual({ [reason]: 1 });
    expect(rejections[0]?.excerpt.length).toBeLessThan(300);
  });

  it("broken UTF-8 costs its line only, wherever the chunks are cut", async () => {
    const broken = Buffer.concat([
      Buffer.from(`${header}1,安,1700000000,你好\n2,bob,1700000001,`),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from("\n3,谢,1700000002,再见\n"),
    ]);
    for (const chunkBytes of [1, 7, 1000]) {
      const { actions, rejections } = await readAll([bytesSource(broken, "test", chunkBytes)]);
      expect(actions.map((action) => action.account)).toEqual(["安", "谢"]);
      expect(rejections.map((r) => [r.reason, r.line])).toEqual([["broken_encoding", 3]]);
    }
  });

  it("broken UTF-8 in NDJSON costs its line, and a written U+FFFD does not", async () => {
    const lines = [
      goodJson,
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      goodJson.replace("hello", "\uFFFD").replace('"1"', '"2"'),
    ];
    const { actions, report } = await readAll(Buffer.concat(lines.map((line) => Buffer.from(line))));
    expect(actions.map((action) => action.text)).toEqual(["hello", "\uFFFD"]);
    expect(report.rejected).toEqual({ broken_encoding: 1 });
  });

  it("a truncated gzip gives what came before its end, and says so", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) => `${i},a${i % 97},${1_700_000_000 + i},t${(i * 7919) % 10_007}\n`,
    );
    const whole = gzipSync(header + rows.join(""));
    const { actions, report } = await readAll(whole.subarray(0, whole.length / 2));
    expect(actions.length).toBeGreaterThan(1000);
    expect(actions.length).toBeLessThan(20_000);
    expect(report.rejected.truncated_input).toBe(1);
    expect(report.sources[0]?.truncated).toBe(true);
  });

  it("a line beyond the limit is skipped without being held", async () => {
    const limits = { recordBytesMax: 1000 };
    for (const [head, one] of [
      [header, good],
      ["", goodJson],
    ] as const) {
      const input = `${head}${one}${"x".repeat(50_000)}\n${one.replace("1", "2")}`;
      const { actions, rejections } = await readAll([bytesSource(input, "test", 100)], { limits });
      expect(actions.map((action) => action.id)).toEqual(["1", "2"]);
      expect(rejections.length).toBe(1);
    }
  });

  it("an excerpt shows no address, device or phone number", async () => {
    const input =
      "account,at,ip,device,text\nann,1700000000,10.1.2.3,d1,a\nbob,soon,10.9.8.7,my-phone-77,电话13800138000\n";
    const { rejections } = await readAll(input);
    expect(rejections[0]?.excerpt).toBe("bob,soon,[masked:identifier],[masked:identifier],电话[masked:phone]");
  });
});

describe("readActions(): an input that cannot be read", () => {
  const columns = Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(",");
  const bomb = Buffer.alloc(4 << 20);
  it.each<[string, string | Buffer, IntakeErrorCode, RegExp]>([
    ["is empty", "", "empty_input", /test is empty/],
    ["is one blank line", "\n", "no_usable_rows", /no rows/],
    ["is a header", header, "no_usable_rows", /header and no rows/],
    ["is all NUL", Buffer.alloc(5000), "missing_columns", /--map account=/],
    ["is noise", Buffer.from([0x9c, 0x1b, 0x5b, 0x07, 0x0a, 0x41]), "missing_columns", /^[^\p{Cc}]+$/u],
    ["is prose", "Dear all,\nthis is a letter.\n", "missing_columns", /--map account=COLUMN/],
    ["has no time", "account,text\nann,x\n", "missing_columns", /the time.*--map at=/],
    ["has 100,000 columns", `${columns}\n`, "too_many_columns", /100000 columns/],
    ["has no good row", `${header}1,ann,never,x\n`, "no_usable_rows", /1 unreadable_time/],
    ["has dates of either order", "account,at\nann,3/4/2021\nbob,5/6/2021\n", "ambiguous_dates", /3\/4\/2021/],
    ["is a gzip bomb", gzipSync(bomb), "decompression_bomb", /decompression bomb/],
    ["is a zstd bomb", zstdCompressSync(bomb), "decompression_bomb", /decompression bomb/],
    ["ends inside its gzip header", gzipSync("x").subarray(0, 6), "empty_input", /empty/],
    ["is Parquet by its first word only", Buffer.from("PAR1 and nothing"), "bad_parquet", /Parquet/],
    ["opens quote after quote", header + `"a\n${"b\n".repeat(60)}`.repeat(200), "unclosed_quotes", /line \d+/],
  ])("that %s", async (_, input, code, message) => {
    const failure = await readAll(input, { limits: { quotedBytesMax: 100, decompressedFreeBytes: 1 << 20 } }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(IntakeError);
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
    expect((failure as IntakeError).message).not.toMatch(/\n/);
  });

  it.each<[string, Parameters<typeof readAll>[1], IntakeErrorCode]>([
    ["maps a column that is not there", { map: { account: ["who"] } }, "unknown_column"],
    ["names no such zone", { zone: "Mars/Olympus" }, "unknown_zone"],
    ["gives a short key", { pseudonymKey: new Uint8Array(3) }, "weak_key"],
    ["leaves nothing inside the period", { sinceMs: 1_800_000_000_000 }, "no_usable_rows"],
  ])("with options that: %s", async (_, options, code) => {
    await expect(readAll(header + good, options)).rejects.toMatchObject({ name: "IntakeError", code });
  });

  it("that is not there", () => {
    expect(() => fileSource("no/such/file.csv")).toThrow(/There is no file/);
  });
});
