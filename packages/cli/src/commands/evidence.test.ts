// From a ledger on disk to a stranger's verdict: by our command, and by the recipe with three programs only.
import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync, hash, randomBytes, sign } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createSigningKey,
  openDirectoryLogStore,
  openLedger,
  openSqliteLogStore,
  openSqliteSecretStore,
  publishLog,
  type Ledger,
  type LogStore,
} from "@breakwater/server/ledger";
import { parseZip, writeZip } from "@breakwater/ledger";
import { formatVerifierKey } from "@breakwater/ledger/verifier";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-evidence-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => join(folder, name);

const origin = "forum.example/ledger";
const secrets = inFolder("keys/payload-keys.sqlite");
let key = "";
/** That of the first ledger. */
let key0 = "";

async function openAt(
  store: LogStore,
  clock: { at: number },
): Promise<{ readonly ledger: Ledger; readonly close: () => void }> {
  const secretStore = openSqliteSecretStore(secrets);
  const signer = createSigningKey(inFolder(`keys/${clock.at}`), origin);
  key = formatVerifierKey(signer.key);
  const world = { store, secrets: secretStore, now: () => clock.at++, randomBytes };
  const ledger = await openLedger({ origin, signers: [signer], ...world });
  return {
    ledger,
    close: () => {
      store.close();
      secretStore.close();
    },
  };
}

async function runCommand(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = openRememberingTerminal();
  const code = await run(args, terminal);
  return { code, ...terminal.said };
}

beforeAll(async () => {
  mkdirSync(inFolder("keys"));
  mkdirSync(inFolder("ledger"));
  const { ledger, close } = await openAt(openSqliteLogStore(inFolder("ledger/ledger.sqlite")), {
    at: Date.UTC(2026, 5, 1),
  });
  const facts = { type: "decision_taken", rule: "CW-12", level: 4, role: "approver" };
  const append = (i: number) => ledger.append({ facts, payload: Buffer.from(`{"reasons":"谣言 ${i}"}`) });
  for (let i = 0; i < 7; i++) await append(i);
  writeFileSync(inFolder("held.checkpoint"), ledger.checkpoint());
  for (let i = 7; i < 20; i++) await append(i);
  await ledger.erase(3);
  writeFileSync(inFolder("newest.checkpoint"), ledger.checkpoint());
  await ledger.close();
  close();
  key0 = key;
});

const exported = (...more: readonly string[]) =>
  runCommand("export-evidence", "--ledger", inFolder("ledger"), "--payload-keys", secrets, ...more);

describe("export-evidence and verify", () => {
  it("a bundle is written and verified, and the verdict says what is proven and what is not", async () => {
    const made = await exported(
      "--entries",
      "2-3,15",
      "--checkpoint",
      inFolder("held.checkpoint"),
      "--out",
      inFolder("a.zip"),
    );
    expect(made).toMatchObject({ code: 0, err: "" });
    const judged = await runCommand(
      "verify",
      inFolder("a.zip"),
      "--checkpoint",
      inFolder("held.checkpoint"),
      "--key",
      key,
    );
    expect(judged).toMatchObject({ code: 0, err: "" });
    expect(judged.out).toContain(
      "entry 2  2026-06-01 00:00:00  decision_taken CW-12 L4 approver  payload as it was logged",
    );
    expect(judged.out).toContain(
      "entry 3  2026-06-01 00:00:00  decision_taken CW-12 L4 approver  payload erased, and the erasure logged",
    );
    expect(judged.out).toContain("Nothing below entry 7 was changed, removed or put in since");
    expect(judged.out).toContain("The log's key is the one that you gave.");
    expect(judged.out).toContain("That entries from 7 on were not rewritten before you saw them");
    expect(judged.out).toContain("That what the entries say is true");
    expect(judged.out).toContain("That everything was logged");
  });

  it("the same ledger and options give the same bytes", async () => {
    const [one, two] = [inFolder("one.zip"), inFolder("two.zip")];
    await exported("--entries", "1,2", "--out", one);
    await exported("--entries", "2,1,1", "--out", two);
    expect(readFileSync(one)).toEqual(readFileSync(two));
  });

  it("without key and checkpoint the verdict says which doubts that leaves, in either language", async () => {
    await exported("--entries", "2", "--out", inFolder("b.zip"));
    const judged = await runCommand("verify", inFolder("b.zip"));
    expect(judged.out).toContain("did not write the whole log anew");
    expect(judged.out).toContain(key);
    const chinese = await runCommand("verify", inFolder("b.zip"), "--lang", "zh");
    expect(chinese.out).toContain("密钥持有者没有重写整个日志");
    const json = JSON.parse((await runCommand("verify", inFolder("b.zip"), "--json")).out) as { fixedBelow: number };
    expect(json).toMatchObject({ outcome: "verified", isKeyTrusted: false, fixedBelow: 0, size: 21 });
  });

  it("without the payload keys payloads are withheld", async () => {
    await runCommand("export-evidence", "--ledger", inFolder("ledger"), "--entries", "2", "--out", inFolder("c.zip"));
    expect((await runCommand("verify", inFolder("c.zip"))).out).toContain("payload kept back");
  });

  it("a plain folder of tiles is exported alike", async () => {
    const plain = inFolder("plain");
    const { ledger, close } = await openAt(openDirectoryLogStore(plain), { at: 1_000 });
    await ledger.append({ facts: { type: "evidence_kept" }, payload: Buffer.from("x") });
    close();
    const made = await runCommand("export-evidence", "--ledger", plain, "--entries", "0", "--out", inFolder("d.zip"));
    expect(made.code).toBe(0);
    expect((await runCommand("verify", inFolder("d.zip"))).code).toBe(0);
  });

  const exportIt = ["export-evidence", "--ledger", "ledger"];
  it("a whole log is verified in its folder, and refused where a byte of it was changed", async () => {
    const held = inFolder("held.checkpoint");
    const judged = await runCommand("verify", inFolder("ledger"), "--checkpoint", held, "--key", key0);
    expect(judged).toMatchObject({ code: 0, err: "" });
    expect(judged.out).toContain("21 entries stood in the log forum.example/ledger when it had 21");
    expect(judged.out).toContain("Nothing below entry 7 was changed");
    expect(judged.out).toContain("That everything was logged.");
    const json = JSON.parse((await runCommand("verify", inFolder("plain"), "--json")).out) as object;
    expect(json).toMatchObject({ outcome: "verified", size: 1, fixedBelow: 0, isKeyTrusted: false });

    const copy = inFolder("copy");
    cpSync(inFolder("plain"), copy, { recursive: true });
    const tile = join(copy, "tile/entries/000.p/1");
    const entry = readFileSync(tile, "latin1");
    writeFileSync(tile, entry.replace("evidence_kept", "evidence_lost"), "latin1");
    expect(await runCommand("verify", copy)).toMatchObject({ code: 3 });
    rmSync(tile);
    const damaged = await runCommand("verify", copy);
    expect(damaged).toMatchObject({ code: 3, err: "" });
    expect(damaged.out).toContain("is missing");
  });

  it("a whole log is verified at its address, against a checkpoint as it comes out of a mail", async () => {
    const [published, pasted] = [inFolder("published"), inFolder("pasted.checkpoint")];
    const store = openSqliteLogStore(inFolder("ledger/ledger.sqlite"));
    await publishLog(store, published);
    store.close();
    const held = readFileSync(inFolder("held.checkpoint"), "utf8");
    writeFileSync(pasted, `\r\n  ${held.trimEnd().replaceAll("\n", " \r\n")}`);
    const server = createServer((request, response) => {
      const file = join(published, request.url ?? "");
      response.writeHead(existsSync(file) ? 200 : 404).end(existsSync(file) ? readFileSync(file) : "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const judged = await runCommand("verify", address, "--checkpoint", pasted, "--key", key0);
      expect(judged).toMatchObject({ code: 0, err: "" });
      expect(judged.out).toContain("Nothing below entry 7 was changed");
      const nowhere = await runCommand("verify", `${address}nowhere`, "--checkpoint", pasted);
      expect(nowhere).toMatchObject({ code: 3 });
      expect(nowhere.out).toContain("answered 404");
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it.each([
    [3, "Refused", ["verify", "changed.zip"]],
    [3, "no proof that reaches your checkpoint", ["verify", "one.zip", "--checkpoint", "held.checkpoint"]],
    [3, "not the one that you gave", ["verify", "one.zip", "--key", "stranger"]],
    [2, "cannot be read", ["verify", "missing.zip"]],
    [2, "cannot be read", ["verify", "one.zip", "--checkpoint", "missing"]],
    [2, "neither a key", ["verify", "one.zip", "--key", "x+y+z"]],
    [2, "cannot be read (EISDIR)", ["verify", "one.zip", "--key", "keys"]],
    [2, "cannot be read (EISDIR)", ["verify", "one.zip", "--checkpoint", "keys"]],
    [2, "Name one bundle", ["verify"]],
    [2, "no ledger in", ["verify", "keys"]],
    [2, "no ledger in", ["export-evidence", "--ledger", "keys", "--entries", "1"]],
    [2, "cannot be read (ERR_SQLITE_ERROR)", ["export-evidence", "--ledger", "junk", "--entries", "1"]],
    [2, "cannot be read (ERR_SQLITE_ERROR)", [...exportIt, "--payload-keys", "held.checkpoint", "--entries", "1"]],
    [2, "cannot be read (ENOENT)", [...exportIt, "--payload-keys", "missing", "--entries", "1"]],
    [2, "is not understood", ["export-evidence", "--ledger", "ledger", "--entries", "9-1"]],
    [2, "is not understood", ["export-evidence", "--ledger", "ledger"]],
    [2, "at most 10,000 entries", [...exportIt, "--entries", "0-9999,0-9999"]],
    [2, "There is no entry 99", ["export-evidence", "--ledger", "ledger", "--entries", "99", "--out", "x.zip"]],
    [
      2,
      "cannot be written",
      ["export-evidence", "--ledger", "ledger", "--entries", "1", "--out", "no/such/folder.zip"],
    ],
  ])("exit code %i and one sentence: %s", async (code, sentence, words) => {
    const stranger = formatVerifierKey(createSigningKey(mkdtempSync(join(folder, "stranger-")), origin).key);
    const zip = readFileSync(inFolder("one.zip"));
    writeFileSync(inFolder("changed.zip"), zip.fill(0, 200, 201));
    mkdirSync(inFolder("junk"), { recursive: true });
    writeFileSync(inFolder("junk/ledger.sqlite"), randomBytes(3000));
    const args = words.map((word, i) => {
      if (word === "stranger") return stranger;
      return i === 0 || word.startsWith("--") || /^[\d,-]+$|\+/.test(word) ? word : inFolder(word);
    });
    const judged = await runCommand(...args);
    expect(judged.code).toBe(code);
    expect(judged.out + judged.err).toContain(sentence);
    expect(judged.err).not.toContain("    at ");
    expect(judged.err).not.toContain("fault of its own");
  });
});

const tools = ["unzip", "sha256sum", "openssl"];
const missing = tools.filter((tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0);

describe.skipIf(missing.length > 0)(
  `the recipe${missing.length > 0 ? ` (skipped: no ${missing.join(", ")})` : ""}`,
  () => {
    const recipe = fileURLToPath(new URL("../../recipes/verify-bundle.sh", import.meta.url));
    const shells = ["/bin/sh", "/bin/bash"].filter((shell) => existsSync(shell));
    /** Nothing is on the path but the three programs. */
    const verifyByRecipe = (...args: readonly string[]) => verifyUnder("/bin/sh", ...args);
    const verifyUnder = (shell: string, ...args: readonly string[]) => {
      mkdirSync(inFolder("bin"), { recursive: true });
      for (const tool of tools) {
        const found = execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
        rmSync(inFolder(`bin/${tool}`), { force: true });
        symlinkSync(found, inFolder(`bin/${tool}`));
      }
      const env = { PATH: inFolder("bin"), TMPDIR: folder };
      const done = spawnSync(shell, [recipe, ...args], { env, encoding: "utf8" });
      return { code: done.status, out: done.stdout + done.stderr };
    };

    it("verifies a bundle with unzip, sha256sum and openssl only, down to the outside checkpoint", async () => {
      const [zip, held] = [inFolder("r.zip"), inFolder("held.checkpoint")];
      await exported("--entries", "0,3,6-8,19", "--checkpoint", held, "--out", zip);
      const judged = verifyByRecipe(zip, held);
      expect(judged.out).toContain("ok: nothing below entry 7 was changed since the outside checkpoint");
      expect(judged.out).toContain("ok: entry 3, without a payload");
      expect(judged.out).toContain("VERIFIED: 7 entries.");
      expect(judged.code).toBe(0);
      expect(verifyByRecipe(zip, inFolder("newest.checkpoint")).out).toContain("nothing below entry 21");
    });

    it("refuses a changed file of any kind although manifest and zip were mended, but for those that it does not read", () => {
      const files = parseZip(new Uint8Array(readFileSync(inFolder("r.zip")))) ?? new Map<string, Uint8Array>();
      const places = [
        ["checkpoint", 30],
        ["checkpoint.sig", 5],
        ["keys/current.pem", 60],
        ["entries/7.json", 20],
        ["proofs/7.tlog-proof", 40],
        ["payloads/7.bin", 5],
        ["salts/7.bin", 5],
        ["older/7.proof", 60],
      ] as const;
      for (const [path, at] of places) {
        const bytes = files.get(path) ?? new Uint8Array();
        const changed = mend(new Map(files).set(path, bytes.with(at, (bytes[at] ?? 0) ^ 1)));
        writeFileSync(inFolder("changed.zip"), writeZip(changed));
        expect([path, verifyByRecipe(inFolder("changed.zip"), inFolder("held.checkpoint")).code]).toEqual([path, 1]);
      }
    });

    it("refuses bytes moved from a payload into its salt, though they have the same hash", () => {
      const files = openR();
      const [payload = Buffer.alloc(0), salt = Buffer.alloc(0)] = [
        files.get("payloads/7.bin"),
        files.get("salts/7.bin"),
      ];
      files
        .set("payloads/7.bin", payload.subarray(4))
        .set("salts/7.bin", Buffer.concat([salt, payload.subarray(0, 4)]));
      writeFileSync(inFolder("changed.zip"), writeZip(mend(files)));
      expect(verifyByRecipe(inFolder("changed.zip")).out).toContain("REFUSED: the salt of entry 7");
    });

    it.each(shells)("under %s runs nothing that a bundle asks it to", (shell) => {
      const { privateKey, publicKey } = generateKeyPairSync("ed25519");
      const files = openR();
      const command = `x[$(: >${inFolder("ran")})]`;
      const text = Buffer.from(`${origin}\n${command}\n${"A".repeat(43)}=\n`);
      files.set("checkpoint", Buffer.concat([text, Buffer.from("\n\u2014 x y\n")]));
      files.set("checkpoint.sig", sign(null, text, privateKey));
      files.set("keys/current.pem", Buffer.from(publicKey.export({ format: "pem", type: "spki" })));
      writeFileSync(inFolder("changed.zip"), writeZip(mend(files)));
      expect(verifyUnder(shell, inFolder("changed.zip"))).toMatchObject({
        code: 1,
        out: expect.stringContaining("REFUSED: a number"),
      });
      const named = new Map([...openR()].map(([name, bytes]) => [name.replace("entries/7", "entries/7-1"), bytes]));
      writeFileSync(inFolder("changed.zip"), writeZip(mend(named)));
      expect(verifyUnder(shell, inFolder("changed.zip"))).toMatchObject({
        code: 1,
        out: expect.stringContaining("REFUSED: a number"),
      });
      expect(existsSync(inFolder("ran"))).toBe(false);
    });

    it("refuses a file that the manifest has not", () => {
      writeFileSync(inFolder("changed.zip"), writeZip(openR().set("payloads/8.txt", Buffer.from("x"))));
      expect(verifyByRecipe(inFolder("changed.zip")).out).toContain("other files than the manifest");
    });

    const openR = (): Map<string, Uint8Array> => new Map(parseZip(new Uint8Array(readFileSync(inFolder("r.zip")))));
    /** With a manifest of what is there now. */
    const mend = (files: Map<string, Uint8Array>): Map<string, Uint8Array> => {
      files.delete("MANIFEST.sha256");
      const lines = [...files].map(([name, held]) => `${hash("sha256", held)}  ${name}\n`);
      return files.set("MANIFEST.sha256", Buffer.from(lines.join("")));
    };

    it("refuses a damaged archive, another history, an unreachable checkpoint and another key", () => {
      const zip = readFileSync(inFolder("r.zip"));
      writeFileSync(inFolder("changed.zip"), zip.with(60, (zip[60] ?? 0) ^ 1));
      expect(verifyByRecipe(inFolder("changed.zip"))).toMatchObject({ code: 1 });
      const note = readFileSync(inFolder("held.checkpoint"), "utf8").split("\n");
      const other = note.with(
        2,
        note[2].replace(/^./, (letter) => (letter === "A" ? "B" : "A")),
      );
      writeFileSync(inFolder("other.checkpoint"), other.join("\n"));
      expect(verifyByRecipe(inFolder("r.zip"), inFolder("other.checkpoint"))).toMatchObject({ code: 1 });
      expect(verifyByRecipe(inFolder("one.zip"), inFolder("held.checkpoint")).out).toContain("no proof reaches");
      const stranger = generateKeyPairSync("ed25519").publicKey.export({ format: "pem", type: "spki" });
      writeFileSync(inFolder("stranger.pem"), stranger);
      const judged = verifyByRecipe(inFolder("r.zip"), inFolder("held.checkpoint"), inFolder("stranger.pem"));
      expect(judged.out).toContain("not the one that was given");
    });
  },
);
