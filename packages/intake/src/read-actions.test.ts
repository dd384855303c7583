import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parquetWriteBuffer } from "hyparquet-writer";
import { parseColumnMap } from "./columns/fields.ts";
import { bytesSource, readAll } from "./testing/read-all.ts";

const table = "account,time,text\n安,2021-01-02 03:04:05,投票吧\n谢,2021-01-02 03:04:06,再见\n";
const at = Date.UTC(2021, 0, 2, 3, 4, 5);
/** `table` in GB18030, which Node does not write: 安 谢 投票吧 再见. */
const gb18030 = Buffer.from(
  Buffer.from(table)
    .toString("utf8")
    .replace("安", "\u00b0\u00b2")
    .replace("谢", "\u00d0\u00bb")
    .replace("投票吧", "\u00cd\u00b6\u00c6\u00b1\u00b0\u00c9")
    .replace("再见", "\u00d4\u00d9\u00bc\u00fb"),
  "latin1",
);
const utf16be = Buffer.from(`\uFEFF${table}`, "utf16le").swap16();

describe("readActions(): forms", () => {
  it.each<[string, Buffer, object]>([
    ["plain UTF-8", Buffer.from(table), { encoding: "utf-8", compression: "none" }],
    ["a byte-order mark", Buffer.from(`\uFEFF${table}`), { encoding: "utf-8" }],
    ["UTF-16 LE with its mark", Buffer.from(`\uFEFF${table}`, "utf16le"), { encoding: "utf-16le" }],
    ["UTF-16 BE with its mark", utf16be, { encoding: "utf-16be" }],
    ["UTF-16 LE without", Buffer.from(table, "utf16le"), { encoding: "utf-16le" }],
    ["GB18030", gb18030, { encoding: "gb18030" }],
    ["gzip", gzipSync(table), { compression: "gzip" }],
    [
      "two gzip members",
      Buffer.concat([gzipSync(table.slice(0, 20)), gzipSync(table.slice(20))]),
      { compression: "gzip" },
    ],
    ["zstd", zstdCompressSync(table), { compression: "zstd" }],
    ["tabs", Buffer.from(table.replaceAll(",", "\t")), { delimiter: "\t" }],
    ["semicolons", Buffer.from(table.replaceAll(",", ";")), { delimiter: ";" }],
    ["CRLF and no last line end", Buffer.from(table.trimEnd().replaceAll("\n", "\r\n")), { delimiter: "," }],
  ])("%s", async (_, bytes, source) => {
    for (const chunkBytes of [3, 1 << 16]) {
      const { actions, report } = await readAll([bytesSource(bytes, "test", chunkBytes)]);
      expect(report.sources[0]).toMatchObject(source);
      expect(actions).toEqual([
        { id: "1:1", at, account: "安", kind: "post", text: "投票吧", objects: [] },
        { id: "1:2", at: at + 1000, account: "谢", kind: "post", text: "再见", objects: [] },
      ]);
    }
  });

  it("GB18030 is found when the first characters beyond ASCII come late", async () => {
    const ascii = Array.from({ length: 5000 }, (_, i) => `u${i},2021-01-02 03:04:05,hello\n`).join("");
    const late = Buffer.concat([
      Buffer.from(`account,time,text\n${ascii}`),
      gb18030.subarray("account,time,text\n".length),
    ]);
    const { actions, report } = await readAll([bytesSource(late, "test", 1000)]);
    expect(report.sources[0]?.encoding).toBe("gb18030");
    expect(actions.at(-1)?.text).toBe("再见");
  });

  it.each([false, true])("Parquet, gzipped: %s", async (zipped) => {
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "author_id", data: [7n, 1526642583807606786n], type: "INT64" },
          { name: "created_at", data: [new Date(at), new Date(at + 1)], type: "TIMESTAMP" },
          { name: "text", data: ["你好", "b"], type: "STRING" },
        ],
      }),
    );
    const { actions, report } = await readAll(zipped ? gzipSync(bytes) : bytes);
    expect(report.sources[0]).toMatchObject({ format: "parquet", rows: 2 });
    expect(actions.map((action) => [action.account, action.at, action.text])).toEqual([
      ["7", at, "你好"],
      ["1526642583807606786", at + 1, "b"],
    ]);
  });
});

describe("readActions(): columns", () => {
  const rows = "who,when,what,links,twist\nann,1609556645,hi,http://a http://b,x\n";

  it("a map names them, and the rest stays unread", async () => {
    const { actions, report } = await readAll(rows, { map: parseColumnMap("account=who,at=WHEN,url=links,kind=like") });
    expect(actions).toEqual([
      {
        id: "1:1",
        at,
        account: "ann",
        kind: "like",
        objects: [
          { kind: "url", id: "http://a" },
          { kind: "url", id: "http://b" },
        ],
      },
    ]);
    expect(report.sources[0]).toMatchObject({ unmapped: ["what", "twist"], kindInferred: false });
  });

  it("paths reach into JSON", async () => {
    const map = parseColumnMap("account=user.id,at=t,text=note.body");
    const { actions } = await readAll('{"user":{"id":7},"t":1609556645,"note":{"body":"hi"}}\n', { map });
    expect(actions).toEqual([{ id: "1:1", at, account: "7", kind: "post", text: "hi", objects: [] }]);
  });

  it.each([
    ["post,text", "p,hi", "reply"],
    ["post", "p", "repost"],
    ["post,text", ",hi", "post"],
    ["room", "r", "join"],
    ["kind,text", "Retweet,hi", "repost"],
  ])("with %s the kind of %s is %s", async (columns, cells, kind) => {
    const { actions } = await readAll(`account,at,${columns}\nann,1609556645,${cells}\n`);
    expect(actions[0]?.kind).toBe(kind);
  });

  it("rows of several sources without ids stay distinct, and ids that repeat across sources are duplicates", async () => {
    const { actions, report } = await readAll([
      bytesSource("account,at\nann,1609556645\n", "a"),
      bytesSource("id,account,at\n9,bob,1609556645\n", "b"),
      bytesSource('{"id":9,"account":"bob","at":1609556645}\n{"account":"cy","at":1609556645}\n', "c"),
    ]);
    expect(actions.map((action) => action.id)).toEqual(["1:1", "9", "3:2"]);
    expect(report).toMatchObject({ duplicates: 1, rows: 4, actions: 3 });
  });

  it("an account that is an address becomes a number, the same for the same address", async () => {
    const { actions, report } = await readAll(
      "user,ip,time\n203.0.113.9,203.0.113.9,1609556645\nAnn,x,1609556645\n203.0.113.9,,1609556645\n",
    );
    expect(actions.map((action) => action.account)).toEqual(["address-1", "Ann", "address-1"]);
    expect(report.ignored).toEqual({ not_an_address: 1 });
    expect(JSON.stringify(actions)).not.toContain("203.0");
  });
});

describe("readActions(): times and limits", () => {
  it("the order of day and month is learnt from a later row", async () => {
    const { actions } = await readAll("account,at\na,3/4/2021\nb,5/6/2021\nc,25/6/2021\nd,1/2/2021\n");
    expect(actions.map((action) => new Date(action.at).toISOString().slice(0, 10))).toEqual([
      "2021-04-03",
      "2021-06-05",
      "2021-06-25",
      "2021-02-01",
    ]);
  });

  it("the period, the zone and the clock", async () => {
    const { actions, report } = await readAll(
      "account,at\na,2021-01-02 11:04\nb,2021-01-02 11:05\nc,2021-01-02 12:00\n",
      {
        zone: "+08:00",
        sinceMs: at,
        untilMs: Date.UTC(2021, 0, 2, 4),
      },
    );
    expect(actions.map((action) => action.account)).toEqual(["b"]);
    expect(report).toMatchObject({ skipped: { outside_period: 2 }, clock: { tickMs: 300_000 }, from: actions[0]?.at });
  });

  it("batches are cut, progress is told, and the report adds up", async () => {
    const text = `account,at\n${Array.from({ length: 10_000 }, (_, i) => `u${i % 7},${1_609_556_645 + i}\n`).join("")}`;
    const progress: [number, number][] = [];
    const { report } = await readAll([bytesSource(text, "test", 5000)], {
      onProgress: (...told) => progress.push(told),
    });
    expect(report).toMatchObject({ rows: 10_000, actions: 10_000, kinds: { post: 10_000 }, clock: { name: "second" } });
    expect(progress.at(-1)).toEqual([text.length, 10_000]);
    expect(progress.length).toBeGreaterThan(5);
  });
});
