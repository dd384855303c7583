import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService, type RunningService } from "@breakwater/server/service";
import { defaultConfig } from "@breakwater/server/lifecycle";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";

let folder: string;
let service: RunningService;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "breakwater-import-"));
  const config = defaultConfig(folder);
  service = await startService({ ...config, service: { ...config.service, port: 0 } }, pino({ level: "silent" }));
  const made = await service.access.createToken({
    name: "fact desk",
    scopes: ["claims:write", "claims:read"],
    expiresInDays: null,
    actor: { kind: "operator", id: null },
    at: Date.now(),
  });
  if (!made.ok) throw new Error("no token");
  token = made.value.secret;
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importing(...args: readonly string[]) {
  const terminal = openRememberingTerminal();
  const env = { ...terminal.env, BREAKWATER_TOKEN: token };
  const code = await run(["registry", "import", "--url", service.url, ...args], { ...terminal, env });
  return { code, ...terminal.said };
}

function write(name: string, ...lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return path;
}

const good = { id: "a", claim: "喝热水治百病", verdict: "谣言", url: "https://desk.example/a" };

describe("registry import", () => {
  it("brings files into a running service, tells what was put aside, and takes nothing twice", async () => {
    const path = write("rumours.ndjson", good, "{ broken", { id: "b", claim: "水厂爆炸", verdict: "who knows" });
    const first = await importing(path);
    expect(first).toMatchObject({ code: 3, err: "" });
    expect(first.out).toContain("3 records: 2 new, 0 updated, 0 as before, 1 rejected");
    expect(first.out).toContain("broken JSON 1");
    expect(first.out).toContain("2: { broken");
    expect(first.out).toContain("who knows 1");
    expect(first.out).toContain("until three editors adopt");
    const headers = { authorization: `Bearer ${token}` };
    const held = await fetch(`${service.url}/v1/claims`, { headers });
    const { items } = (await held.json()) as { items: { obstacles: string[] }[] };
    expect(items.map(({ obstacles }) => obstacles.includes("not_adopted"))).toEqual([true, true]);
    const again = await importing(write("again.json", [good]), "--lang", "zh");
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("未变 1") as string });
    expect((await importing(write("quiet.json", [good]), "--quiet")).out).toBe("");
    const json = await importing(path, "--json");
    expect(JSON.parse(json.out)).toMatchObject({ unchanged: 2, rejected: 1 });
  });

  it.each([
    ["no file", [], "Name"],
    ["a file that is not there", ["nowhere.json"], "nowhere.json"],
    ["a token that may not", ["--token-file", "other", "FILE"], "sign in"],
    ["no service", ["--url", "http://127.0.0.1:1", "FILE"], "127.0.0.1:1"],
  ])("says what is wrong with %s", async (_, args, said) => {
    const file = write("one.json", good);
    const other = write("other", "bw_nothing");
    const { code, err } = await importing(
      ...args.map((arg) => (arg === "FILE" ? file : arg === "other" ? other : arg)),
    );
    expect(code).toBe(2);
    expect(err.toLowerCase()).toContain(said.toLowerCase());
    expect(err).not.toContain("    at ");
  });
});
