import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noticeKindNames, noticeKinds } from "@breakwater/contract";
import { createSecret, signMessage } from "./signature.ts";

const page = readFileSync(join(import.meta.dirname, "../../../../docs/webhooks.md"), "utf8");
const codeOf = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
const folder = mkdtempSync(join(tmpdir(), "breakwater-docs-"));

const now = 1_700_000_000;
const [secret, other] = [createSecret(randomBytes), createSecret(randomBytes)];
const body = '{"type":"lead.opened","data":{"lead":"谣言"}}';
const sign = (secrets: readonly string[], timestamp = now) =>
  signMessage({ id: "msg_1_e", timestamp, body: Buffer.from(body) }, secrets);
const good = sign([secret]);

/** What a receiver may be sent, and whether it is to take it. */
const cases: readonly (readonly [
  name: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  isGood: boolean,
])[] = [
  ["as it was sent", good, body, true],
  ["signed by two, the second ours", sign([other, secret]), body, true],
  ["five minutes old", sign([secret], now - 300), body, true],
  ["older", sign([secret], now - 301), body, false],
  ["of the future", sign([secret], now + 301), body, false],
  ["signed by another", sign([other]), body, false],
  ["changed", good, `${body} `, false],
  ["under another id", { ...good, "webhook-id": "msg_2_e" }, body, false],
  ["at another time", { ...good, "webhook-timestamp": String(now + 1) }, body, false],
  ["at no time", { ...good, "webhook-timestamp": "now" }, body, false],
  ["of another version", { ...good, "webhook-signature": good["webhook-signature"].replace("v1", "v2") }, body, false],
  ["with half a signature", { ...good, "webhook-signature": good["webhook-signature"].slice(0, 20) }, body, false],
  ["with no base64", { ...good, "webhook-signature": "v1,!!! v1 ," }, body, false],
  ["without a signature", { "webhook-id": "msg_1_e", "webhook-timestamp": String(now) }, body, false],
  ["without anything", {}, body, false],
];
const input = JSON.stringify({ secret, now, cases });
const expected = cases.map(([name, , , isGood]) => [name, isGood ? JSON.parse(body) : null]);

describe("docs/webhooks.md", () => {
  it("has a function in TypeScript that takes what is ours and nothing else", () => {
    const file = join(folder, "receiver.ts");
    const run = `const { secret, now, cases } = ${input};
      console.log(JSON.stringify(cases.map(([name, headers, body]) => [name, readWebhook(secret, headers, Buffer.from(body), now * 1000)])));`;
    writeFileSync(file, `${codeOf("ts")}\n${run}`);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    expect(stderr.replace(/.*Warning.*\n.*\n/g, "")).toBe("");
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  it.skipIf(spawnSync("python3", ["--version"]).status !== 0)("and one in Python", () => {
    const file = join(folder, "receiver.py");
    const run = `import sys
given = json.loads(sys.stdin.read())
print(json.dumps([[name, read_webhook(given["secret"], headers, body.encode(), given["now"])] for name, headers, body, _ in given["cases"]]))`;
    writeFileSync(file, `${codeOf("python")}\n${run}\n`);
    const { stdout, stderr } = spawnSync("python3", [file], { encoding: "utf8", input });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  it("lists every kind with its scope", () => {
    const rows = noticeKindNames.map(
      (kind) => `| \`${kind}\` | \`${noticeKinds[kind].scope}\` | ${noticeKinds[kind].en} |`,
    );
    const table = page.slice(page.indexOf("## Kinds")).match(/^\| `.*$/gm) ?? [];
    expect([...table]).toEqual(rows);
  });
});
