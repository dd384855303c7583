import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNames, defaultConfig, findingLevels, type Finding, type FindingCode } from "@breakwater/server/lifecycle";
import { fillSampleData, serveRecords } from "@breakwater/server/lifecycle/trials";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderFindings } from "../outputs/findings.ts";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";
import { catalogue } from "../words/catalogue.ts";
import { findingWords } from "../words/doctor-words.ts";
import { failureWords } from "../words/lifecycle-words.ts";
import { lifecycleCommands } from "./lifecycle.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const token = "bw_test_token";

beforeEach(async () => {
  folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "breakwater-cli-"));
  const made = folder;
  closers.push(() => rmSync(made, { recursive: true, force: true }));
  await fillSampleData(defaultConfig(folder), { alice: 7, bob: 2 });
  writeConfig(1);
});

/** Port 1 is nobody's: the service does not run. */
function writeConfig(port: number, more = ""): void {
  writeFileSync(inFolder("breakwater.toml"), `${more}\n[service]\nport = ${port}\n`);
}

async function runCommand(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = openRememberingTerminal();
  const code = await run([...args, ...(args.includes("--data") ? [] : ["--config", inFolder("breakwater.toml")])], {
    ...terminal,
    env: { ...terminal.env, ...(isTokenGiven && { BREAKWATER_TOKEN: token }) },
  });
  return { code, ...terminal.said };
}
let isTokenGiven = false;
afterEach(() => {
  isTokenGiven = false;
});

async function serve(): Promise<void> {
  const { port, close } = await serveRecords(defaultConfig(folder), token);
  closers.push(close);
  writeConfig(port);
}

const linesOf = (path: string): readonly Record<string, unknown>[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("backup and restore", () => {
  it("a backup is made, verified, restored and looked at", async () => {
    const made = await runCommand("backup", "--to", inFolder("b"));
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/^Backed up 4 files, [\d.]+ MiB: .*\/b\nThe keys \(.*\/keys\) are not in it/);
    const whole = await runCommand("backup", "--check", inFolder("b"));
    expect(whole).toMatchObject({ code: 0, err: "" });
    expect(whole.out).toMatch(/^Whole: 4 files of 20\d\d-/);
    const restored = await runCommand("restore", inFolder("b"), "--data", inFolder("new"));
    expect(restored.out).toContain("Restored 4 files of");
    expect(restored.out).toContain("The ledger goes on at 1 entries.");
    // No keys were put there: what is missing is said.
    expect(restored.out).toContain("FAIL  keys:");
    expect(restored.code).toBe(3);
    expect(existsSync(inFolder("new/data/state.sqlite"))).toBe(true);
  });

  it("is made while the service runs", async () => {
    await serve();
    expect(await runCommand("backup", "--to", inFolder("b"), "--json")).toMatchObject({ code: 0, err: "" });
    expect((await runCommand("backup", "--check", inFolder("b"), "--json")).out).toContain('"outcome":"ok"');
  });

  it.each([
    [2, "is there already", ["backup", "--to", "data"]],
    [2, "may not stand in the folder", ["backup", "--to", "data/b"]],
    [2, "There is no data in", ["backup", "--to", "b", "--data", "none"]],
    [2, "Name a new folder", ["backup"]],
    [2, "take one of them", ["backup", "--to", "b", "--check", "b"]],
    [3, "This is no backup", ["backup", "--check", "keys"]],
    [3, "This is no backup", ["restore", "none"]],
    [2, "is there already", ["restore", "good"]],
    [3, "The backup is damaged: state.sqlite", ["restore", "bad", "--data", "fresh"]],
    [2, "Name the folder of the backup", ["restore"]],
    [2, "leave out --data", ["backup", "--to", "b", "--data", "x", "--config", "y"]],
  ])("exit code %i and one sentence: %s", async (code, sentence, words) => {
    for (const name of ["good", "bad"])
      expect((await runCommand("backup", "--to", inFolder(name), "--quiet")).out).toBe("");
    writeFileSync(inFolder("bad/data/state.sqlite"), "x");
    const args = words.map((word, i) => (i === 0 || word.startsWith("--") ? word : inFolder(word)));
    const judged = await runCommand(...args);
    expect(judged.code).toBe(code);
    expect(judged.out + judged.err).toContain(sentence);
    expect((judged.out + judged.err).trim().split("\n")).toHaveLength(1);
    expect(existsSync(inFolder("fresh"))).toBe(false);
  });
});

describe.each([
  ["directly", false],
  ["by the service", true],
])("erase and subject-access, %s", (_, isServed) => {
  beforeEach(async () => {
    isTokenGiven = isServed;
    if (isServed) await serve();
  });

  it("write everything of an account, then erase it, and leave the others be", async () => {
    const dry = await runCommand("erase", "--account", "alice", "--dry-run");
    expect(dry).toEqual({ code: 0, err: "", out: "Kept of alice: actions: 7 records. Nothing was erased.\n" });
    const told = await runCommand("subject-access", "--account", "alice", "--out", inFolder("out/alice"));
    expect(told).toEqual({
      code: 0,
      err: "",
      out: `Everything that is kept of alice, 7 records: ${inFolder("out/alice")}\n`,
    });
    expect(readdirSync(inFolder("out"))).toEqual(["alice"]);
    expect(statSync(inFolder("out/alice/records.ndjson")).mode & 0o777).toBe(0o600);
    const lines = linesOf(inFolder("out/alice/records.ndjson"));
    expect(lines.map(({ line }) => line)).toEqual(["header", ...Array.from({ length: 7 }, () => "record"), "summary"]);
    expect(JSON.stringify(lines)).not.toContain("bob");
    const summary = readFileSync(inFolder("out/alice/summary.txt"), "utf8");
    expect(summary).toContain("What Breakwater keeps of the account alice");
    expect(summary).toContain("actions: 7 records");
    expect(summary).toContain("  post: 7");

    const erased = await runCommand("erase", "--account", "alice");
    expect(erased).toEqual({ code: 0, err: "", out: "Erased of alice: actions: 7 records.\n" });
    expect((await runCommand("erase", "--account", "alice")).out).toBe("Nothing was kept of alice.\n");
    expect((await runCommand("erase", "--account", "bob", "--dry-run")).out).toContain("actions: 2 records");
    const json = await runCommand("erase", "--account", "bob", "--json", "--lang", "zh");
    expect(JSON.parse(json.out)).toMatchObject({ account: "bob", erased: { actions: 2 }, keptBack: [], failed: [] });
    const none = await runCommand("subject-access", "--account", "bob", "--json");
    expect(
      none.out
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { line: string }).line),
    ).toEqual(["header", "summary"]);
  });

  it("show a hostile account name on one line, without what moves the cursor", async () => {
    const { out } = await runCommand("erase", "--account", "a\u001b[2Jb\nc");
    expect(out).toBe("Nothing was kept of a[2Jb ⏎ c.\n");
  });
});

describe("erase and subject-access", () => {
  it("need the account, a token where the service runs, and one that may", async () => {
    expect(await runCommand("erase")).toMatchObject({ code: 2, err: expect.stringContaining("Name the account") });
    expect(await runCommand("subject-access", "--account", "")).toMatchObject({ code: 2 });
    await serve();
    const without = await runCommand("erase", "--account", "alice");
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining("records:manage") });
    writeFileSync(inFolder("token"), "bw_other\n");
    const refused = await runCommand("erase", "--account", "alice", "--token-file", inFolder("token"));
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("Sign in, or send an API token.") });
    writeFileSync(inFolder("token"), `${token}\n`);
    expect((await runCommand("erase", "--account", "alice", "--token-file", inFolder("token"))).code).toBe(0);
  });

  it("say in one sentence that the ledger's key is not there", async () => {
    rmSync(inFolder("keys/signing"), { recursive: true });
    const refused = await runCommand("erase", "--account", "alice");
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("The key that signs this log is missing") });
    rmSync(inFolder("keys/seal.key"));
    expect(await runCommand("erase", "--account", "alice")).toMatchObject({
      code: 2,
      err: expect.stringContaining("bring them back"),
    });
  });

  it("do not touch data that somebody works on in silence", async () => {
    await serve();
    writeConfig(1);
    const refused = await runCommand("erase", "--account", "alice");
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("nothing answers") });
  });

  it("write nothing where the answer breaks off, or something stands there", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/healthz") response.end('{"status":"alive"}');
      else {
        response.write('{"line":"header","account":"alice","at":1,"holders":["actions"]}\n');
        setImmediate(() => response.destroy());
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => server.close());
    isTokenGiven = true;
    const { port } = server.address() as AddressInfo;
    const broken = await runCommand(
      "subject-access",
      "--account",
      "alice",
      "--url",
      `http://127.0.0.1:${port}`,
      "--out",
      inFolder("out"),
    );
    expect(broken).toMatchObject({ code: 2, err: expect.stringContaining("broke off") });
    expect(existsSync(inFolder("out"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
    const there = await runCommand("subject-access", "--account", "alice", "--out", inFolder("data"));
    expect(there).toMatchObject({ code: 2, err: expect.stringContaining("is there already") });
  });
});

describe("doctor", () => {
  it("finds a set-up in order", async () => {
    const found = await runCommand("doctor");
    expect(found).toMatchObject({ code: 0, err: "" });
    expect(found.out).toContain("ok    ledger: 1 entry of sample.example/log, signed by our key");
    expect(found.out).toMatch(/ok {4}folders: data in .*\/data, keys in .*\/keys\n/);
    expect(found.out).not.toMatch(/[{}]/);
    expect((await runCommand("doctor", "--deep", "--json")).out).toContain('"outcome":"ok"');
    expect((await runCommand("doctor", "--lang", "zh")).out).toContain("正常  密钥：此数据的密钥齐备");
  });

  it("says what is wrong and what to do, with exit code 3", async () => {
    rmSync(inFolder("keys/signing"), { recursive: true });
    const found = await runCommand("doctor", "--quiet");
    expect(found.code).toBe(3);
    expect(found.out).toContain("FAIL  keys:");
    expect(found.out).toContain("Bring it back from the copy of the keys.");
    expect(found.out).not.toContain("ok ");
    expect(JSON.parse((await runCommand("doctor", "--json")).out)).toMatchObject({ outcome: "fail" });
  });

  it("names every fault of a configuration, with exit code 2", async () => {
    writeConfig(99_999_999, "[storage]\ndata = 7");
    const found = await runCommand("doctor");
    expect(found.code).toBe(2);
    expect(found.err).toContain("service.port");
    expect(found.err).toContain("storage.data");
  });
});

describe("words", () => {
  it("every command has its help in both languages", async () => {
    for (const command of lifecycleCommands) {
      for (const lang of ["en", "zh"]) {
        const { code, out } = await runCommand(command, "--help", "--lang", lang);
        expect([code, out.includes(`breakwater ${command}`)]).toEqual([0, true]);
      }
    }
  });

  it("every finding and failure names the same things in both languages", () => {
    const gaps = (text: string): readonly string[] =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name))].sort();
    for (const [code, phrase] of [...Object.entries(findingWords), ...Object.entries(failureWords)]) {
      // A path that the sentence names twice in one language may stand once in the other.
      expect([code, gaps(phrase.zh)]).toEqual([code, gaps(phrase.en)]);
    }
    expect(JSON.stringify([findingWords, failureWords, catalogue])).not.toMatch(/\bbots?\b|guilty/i);
  });

  it("a finding's text cannot move the cursor", () => {
    const finding: Finding = {
      check: "databases",
      code: "database_damaged",
      level: "fail",
      params: { path: "a\u001b[31m\nb", reason: "r" },
    };
    expect(renderFindings([finding], { lang: "en", isQuiet: true })).toMatch(
      /^FAIL {2}databases: a\[31m ⏎ b is damaged \(r\)\..*\n$/,
    );
    expect(checkNames.length).toBeGreaterThan(0);
    expect(Object.keys(findingLevels) as FindingCode[]).toEqual(Object.keys(findingWords));
  });
});
