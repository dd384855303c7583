import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { defaultConfig, toLayout } from "@breakwater/server/lifecycle";
import { startService, type RunningService } from "@breakwater/server/service";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../run.ts";
import { openRememberingTerminal } from "../testing/remembering-terminal.ts";

let folder: string;
let service: RunningService;
const start = () => {
  const config = defaultConfig(folder);
  return startService({ ...config, service: { ...config.service, port: 0 } }, pino({ level: "silent" }));
};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "breakwater-token-"));
  service = await start();
});
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

async function token(...args: readonly string[]) {
  const terminal = openRememberingTerminal();
  return { code: await run(["token", ...args, "--data", folder], terminal), ...terminal.said };
}
const statusOf = async (secret: string): Promise<number> =>
  (await fetch(`${service.url}/v1/claims`, { headers: { authorization: `Bearer ${secret.trim()}` } })).status;
const listJson = async (): Promise<readonly { readonly id: string; readonly revokedAt: number | null }[]> =>
  (await token("list", "--json")).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; revokedAt: number | null });

describe("token", () => {
  it("makes one while the service runs, which takes it at once and refuses it once it is revoked", async () => {
    const made = await token("create", "--name", "fact-desk", "--scopes", "claims:read,check", "--expires", "90");
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/^bwt_\S+\n$/);
    expect(made.err).toContain("fact-desk");
    expect(await statusOf(made.out)).toBe(200);
    const listed = await token("list");
    expect(listed.out).toContain("fact-desk  claims:read,check");
    expect(listed.out).not.toContain(made.out.trim());
    const [first] = await listJson();
    const id = first?.id ?? "";
    expect((await token("revoke", id)).code).toBe(0);
    const until = Date.now() + 8_000;
    while (Date.now() < until && (await statusOf(made.out)) !== 401) await new Promise((go) => setTimeout(go, 100));
    expect(await statusOf(made.out)).toBe(401);
    expect(await listJson()).toMatchObject([{ id, revokedAt: expect.any(Number) as number }]);
    const again = await token("revoke", id, "--lang", "zh");
    expect(again).toMatchObject({ code: 3, err: expect.stringContaining(id) as string });

    const log = await service.access.listAccessLog({ before: Number.MAX_SAFE_INTEGER, limit: 9 });
    expect(log.map(({ event, actor, subject }) => [event, actor, subject.id])).toEqual([
      ["token.revoked", { kind: "operator", id: null }, id],
      ["token.created", { kind: "operator", id: null }, id],
    ]);
    const { state } = toLayout(defaultConfig(folder).storage);
    const bytes = Buffer.concat([readFileSync(state), readFileSync(`${state}-wal`)]);
    expect([bytes.includes(id), bytes.includes(made.out.trim())]).toEqual([true, false]);
  });

  it("makes one while the service is stopped", async () => {
    await service.close();
    const made = await token("create", "--name", "forum", "--scopes", "claims:read", "--quiet");
    service = await start();
    expect([made.code, made.err, await statusOf(made.out)]).toEqual([0, "", 200]);
  });

  it.each([
    [["create", "--scopes", "check"], "no name"],
    [["create", "--name", "Forum!", "--scopes", "check"], "no name"],
    [["create", "--name", "forum"], "no scope"],
    [["create", "--name", "forum", "--scopes", "check,access:manage"], "access:manage"],
    [["create", "--name", "forum", "--scopes", "check", "--expires", "soon"], "days"],
    [["create", "--name", "forum", "--scopes", "check", "--expires", "3651"], "days"],
    [["revoke"], "by its id"],
    [["rename"], "rename"],
  ])("%j says what is wrong, and makes nothing", async (args, said) => {
    const before = await listJson();
    const { code, out, err } = await token(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(said);
    expect(await listJson()).toEqual(before);
  });

  it("changes nothing of another version's data, and makes no folder where none is", async () => {
    const terminal = openRememberingTerminal();
    const nowhere = join(folder, "nowhere");
    expect(await run(["token", "list", "--data", nowhere], terminal)).toBe(2);
    expect(terminal.said.err).toContain("nowhere");
    expect(readdirSync(folder)).not.toContain("nowhere");
    const path = toLayout(defaultConfig(folder).storage).state;
    const db = new DatabaseSync(path);
    db.exec("INSERT INTO migration VALUES ('later-001', 0)");
    const refused = await token("list");
    db.exec("DELETE FROM migration WHERE id = 'later-001'");
    db.close();
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("another version") as string });
  });
});
