import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createRegistry, encodeRegistryFile } from "@breakwater/claims";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-check-"));
const registry = join(folder, "registry.bw");
afterAll(() => rmSync(folder, { recursive: true }));

const topics = ["水库", "医院", "学校", "面粉", "鸡蛋", "地铁", "机场", "口罩", "药店", "银行"];
const bridge = "市政府宣布跨江大桥将从5月1日起封闭三年进行维修";
const entries = [
  { id: "bridge", claim: bridge, verdict: "谣言", url: "https://desk.example/bridge" },
  ...topics.map((topic, i) => ({
    id: `o${i}`,
    claim: `本市${topic}将在下周宣布停止向居民提供服务`,
    verdict: "谣言",
    url: `https://desk.example/${i}`,
  })),
];

async function breakwater(...args: readonly string[]) {
  const terminal = openRememberingTerminal();
  return { code: await run(args, terminal), ...terminal.said };
}

const check = (...args: readonly string[]) => breakwater("check", "--registry", registry, ...args);

beforeAll(async () => {
  const file = join(folder, "entries.ndjson");
  writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  expect((await breakwater("registry", "build", file, "--out", registry)).code).toBe(0);
});

describe("check --json", () => {
  it("answers each line in its order, bad ones too", async () => {
    const posts = [{ id: "p1", text: bridge }, { id: "p2", text: "今天去爬山了" }, { id: "p3" }, { text: "" }];
    const file = join(folder, "posts.ndjson.gz");
    writeFileSync(file, gzipSync(`${posts.map((post) => JSON.stringify(post)).join("\n")}\nnot json\n`));
    const { code, out } = await check(file, "--json", "--trust-imports");
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(lines.map(({ id, relation, band, error }) => [id, relation ?? error, band])).toEqual([
      ["p1", "repeats", "recognised"],
      ["p2", "none", "nothing"],
      ["p3", "no_text", undefined],
      [4, "none", "nothing"],
      [5, expect.any(String), undefined],
    ]);
  });

  it("says where a post was too long to be compared whole", async () => {
    const long = `${bridge}。${"今天天气很好。".repeat(700)}`;
    const { out } = await check("--text", long, "--text", bridge, "--json");
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { cut?: boolean });
    expect(lines.map(({ cut }) => cut)).toEqual([true, undefined]);
    expect((await check("--text", long)).out).toContain("Only its first 4,000 characters were compared.");
    expect((await check("--text", long, "--lang", "zh")).out).toContain("只比对了开头 4,000 个字符。");
    expect((await check("--text", bridge)).out).not.toContain("4,000");
  });

  it("gives spans, reasons and ranks, also where nothing is found", async () => {
    const { out } = await check(
      "--text",
      bridge,
      "--text",
      "今天大桥那边很美",
      "--json",
      "--trust-imports",
      "--top",
      "2",
    );
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { matches: Record<string, unknown>[]; band: string });
    expect(first?.matches[0]).toMatchObject({
      entry: "bridge",
      field: "claim",
      spans: { post: [[0, bridge.length]] },
      why: { stance: "asserts", holds: [] },
    });
    expect(second?.band).toBe("nothing");
    expect(second?.matches[0]).toMatchObject({ entry: "bridge" });
  });
});

describe("check, for people", () => {
  it.each([
    ["en", "False", "Only suggested: imported, and not adopted by three editors"],
    ["zh", "不实", "仅作提示: 导入条目，尚未由三位编辑采纳"],
  ])("shows the rumour, the verdict, the source and why it is only suggested (%s)", async (lang, verdict, hold) => {
    const { out } = await check("--text", `听说${bridge}！`, "--lang", lang);
    expect(out).toContain(`${verdict}: ${bridge}`);
    expect(out).toContain("https://desk.example/bridge");
    expect(out).toContain(hold);
    expect(out).toContain(`⟦${bridge}⟧`);
  });

  it("does not trust imports unless told to, and says when it does", async () => {
    expect((await check("--text", bridge)).out).not.toContain("repeats a known rumour");
    const trusting = await check("--text", bridge, "--trust-imports");
    expect(trusting.out).toContain("repeats a known rumour");
    expect(trusting.err).toContain("for measuring only");
  });
});

describe("check sees what the registry's commands did", () => {
  it("recognises after three adopted, and no more once withdrawn", async () => {
    for (const by of ["ana", "bo", "cy"]) {
      expect((await breakwater("registry", "adopt", "bridge", "--by", by, "--registry", registry)).code).toBe(0);
    }
    expect((await check("--text", bridge)).out).toContain("repeats a known rumour");
    await breakwater(
      "registry",
      "withdraw",
      "bridge",
      "--by",
      "ana",
      "--reason",
      "it was true",
      "--registry",
      registry,
    );
    expect((await check("--text", bridge)).out).not.toContain("known rumour: ");
    expect((await check("--text", bridge, "--json")).out).not.toContain('"bridge"');
  });
});

describe("check refuses", () => {
  it.each([
    ["nothing to check", []],
    ["both a file and a text", ["posts.ndjson", "--text", "x"]],
    ["a number of matches out of range", ["--text", "x", "--top", "21"]],
    ["to be quiet: answers are all it says", ["--text", "x", "--quiet"]],
    ["a file that is not there", [join(folder, "none.ndjson")]],
  ])("%s", async (_, args) => {
    const { code, err } = await check(...args);
    expect(code).toBe(2);
    expect(err.split("\n").length).toBeLessThan(4);
  });

  it("a registry that holds something else than entries, though its checksums hold", async () => {
    const strange = join(folder, "strange.bw");
    const none = (): never => {
      throw new Error("never read");
    };
    const written = () => ({ versions: [Buffer.from('{"no":"entry"}')], inForce: 0 });
    const store = { ids: ["x"], record: none, inForce: none, written };
    writeFileSync(strange, encodeRegistryFile({ registry: createRegistry(store), sections: new Map() }));
    const checked = await breakwater("check", "--registry", strange, "--text", bridge);
    const shown = await breakwater("registry", "show", "x", "--registry", strange);
    expect(checked).toMatchObject({ code: 2, out: "" });
    expect(checked.err).toContain("no entry though its checksums hold");
    expect(shown).toMatchObject({ code: 2, err: checked.err });
  });

  it("a registry that is cut in half", async () => {
    const half = join(folder, "half.bw");
    const bytes = readFileSync(registry);
    writeFileSync(half, bytes.subarray(0, bytes.length / 2));
    const { code, err } = await breakwater("check", "--registry", half, "--text", "x");
    expect(code).toBe(2);
    expect(err).toContain("half.bw");
  });
});
