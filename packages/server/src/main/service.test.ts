import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import type { listLedgerWitnesses } from "@breakwater/contract";
import { verifyBundle } from "@breakwater/ledger/verifier";
import type { z } from "zod";
import { auditLog, openDirectoryLogStore, primitives } from "../ledger/index.ts";
import { createTestAuthority, findMissingOpenssl, serveAuthority } from "../ledger/testing/test-authority.ts";
import { openReceiver } from "../webhooks/testing/receiver.ts";
import { makeReport, openDrill } from "./testing/open-drill.ts";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "./start-service.ts";
import { LockedError } from "./process-lock.ts";

type LedgerWitnesses = z.output<typeof listLedgerWitnesses.response>;

const folders: string[] = [];
const running: RunningService[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newConfig() {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-service-"));
  folders.push(folder);
  const storage = { data: join(folder, "data"), keys: join(folder, "keys") };
  return configSchema.parse({ service: { port: 0 }, storage });
}

async function start(config = newConfig()): Promise<RunningService> {
  const service = await startService(config, pino({ level: "silent" }));
  running.push(service);
  return service;
}

const operator = { kind: "operator", id: null } as const;

describe("startService()", () => {
  it("answers, knows its tokens, and finds everything again after it was stopped", async () => {
    const config = newConfig();
    const first = await start(config);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${first.url}/v1/claims`)).status).toBe(401);
    const input = { name: "forum", scopes: ["claims:read"], expiresInDays: null } as const;
    const made = await first.access.createToken({ ...input, actor: operator, at: Date.now() });
    if (!made.ok) throw new Error("no token");
    const headers = { authorization: `Bearer ${made.value.secret}` };
    expect(await (await fetch(`${first.url}/v1/claims`, { headers })).json()).toEqual({ items: [], nextCursor: null });
    running.splice(0);
    await Promise.all([first.close(), first.close()]);
    await first.close();
    const second = await start(config);
    expect((await fetch(`${second.url}/v1/claims`, { headers })).status).toBe(200);
  });

  it("tells what each thread holds", async () => {
    const { url, close } = await start();
    const figures = await (await fetch(`${url}/metrics`)).text();
    const held = [...figures.matchAll(/^breakwater_thread_memory_bytes\{thread="(\w+)",part="heap_used"\} (\d+)$/gm)];
    expect(held.map(([, thread]) => thread)).toEqual(["front", "log", "judge", "matcher"]);
    for (const [, , bytes] of held) expect(Number(bytes)).toBeGreaterThan(1 << 20);
    await close();
  });

  const missing = findMissingOpenssl();
  it.skipIf(missing !== null)(
    `hands checkpoints to a witness, an authority and a folder${missing === null ? "" : ` (skipped: ${missing})`}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "breakwater-witnessed-"));
      folders.push(folder);
      const witness = await openReceiver();
      const authority = createTestAuthority(join(folder, "authority"));
      const stamping = await serveAuthority(authority.stamp);
      const [roots, published] = [join(folder, "roots.pem"), join(folder, "published")];
      writeFileSync(roots, authority.roots);
      const ledger = {
        witnesses: [witness.url],
        witness_minutes: 1,
        timestamp_urls: [stamping.url],
        timestamp_roots_file: roots,
        timestamp_hours: 1,
        publish_folder: published,
        allowed_hosts: ["127.0.0.1"],
      };
      const drill = await openDrill(folder, { adjust: (config) => ({ ...config, ledger }) });
      running.push(drill.service);
      const { url } = drill.service;
      const headers = { authorization: `Bearer ${drill.token}` };
      const list = async () =>
        (await (await fetch(`${url}/v1/ledger/witnesses`, { headers })).json()) as LedgerWitnesses;
      expect(await list()).toMatchObject({ size: 0, items: [{ size: null }, { size: null }, { size: null }] });
      await drill.api(makeReport("w1"));
      const hasAll = async () => (await list()).items.every(({ size }) => size !== null);
      await expect.poll(hasAll, { timeout: 20_000, interval: 200 }).toBe(true);
      expect((await list()).items).toMatchObject([
        { kind: "address", address: witness.url, failures: 0 },
        { kind: "timestamp", address: stamping.url, failures: 0 },
        { kind: "folder", address: null, failures: 0 },
      ]);
      const [kept] = witness.received;
      const outside = [{ name: "witness", bytes: Buffer.from(kept?.body ?? "") }];
      expect(await auditLog(openDirectoryLogStore(published), { outside })).toMatchObject({ ok: true });
      const body = JSON.stringify({ sequences: [0], older: [kept?.body] });
      const json = { ...headers, "content-type": "application/json" };
      const made = await fetch(`${url}/v1/ledger/bundles`, { method: "POST", headers: json, body });
      const judged = verifyBundle(new Uint8Array(await made.arrayBuffer()), { ...primitives, outside });
      expect(judged).toMatchObject({ ok: true, value: { timestamps: [{ size: expect.any(Number) }] } });
      const figures = await (await fetch(`${url}/metrics`)).text();
      expect(figures).toContain(`breakwater_ledger_witness_failures{kind="address",address="${witness.url}"} 0`);
      expect(figures).not.toContain(published);
      await stamping.close();
    },
    60_000,
  );

  it("refuses data that another service runs on, and leaves that one alone", async () => {
    const config = newConfig();
    const first = await start(config);
    await expect(startService(config, pino({ level: "silent" }))).rejects.toThrow(LockedError);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });
});
