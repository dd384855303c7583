import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "./start-service.ts";
import { LockedError } from "./process-lock.ts";

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
    expect(held.map(([, thread]) => thread)).toEqual(["front", "log", "judge"]);
    for (const [, , bytes] of held) expect(Number(bytes)).toBeGreaterThan(1 << 20);
    await close();
  });

  it("refuses data that another service runs on, and leaves that one alone", async () => {
    const config = newConfig();
    const first = await start(config);
    await expect(startService(config, pino({ level: "silent" }))).rejects.toThrow(LockedError);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });
});
