import { routes, tokenScopes } from "@breakwater/contract";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, it } from "vitest";
import { configSchema } from "../config/schema.ts";
import { startService } from "../main/start-service.ts";
import { fuzzLaw, type FuzzTarget } from "./testing/fuzz.law.ts";

/** The whole service with all its threads, and a token of every scope that a token may hold. */
async function open(): Promise<FuzzTarget> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-fuzz-"));
  const storage = { data: join(folder, "data"), keys: join(folder, "keys") };
  const config = configSchema.parse({ service: { port: 0 }, storage });
  const service = await startService(config, pino({ level: "silent" }));
  const token = { name: "fuzz", scopes: [...tokenScopes], expiresInDays: null };
  const made = await service.access.createToken({ ...token, actor: { kind: "operator", id: null }, at: Date.now() });
  if (!made.ok) throw new Error("no token");
  return {
    url: service.url,
    headers: { authorization: `Bearer ${made.value.secret}` },
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

it("the service answers every route of the contract", async () => {
  const { url, headers, close } = await open();
  const unbound: string[] = [];
  for (const { id, method, path } of routes) {
    const response = await fetch(url + path.replaceAll(/\{\w+\}/g, "x"), { method: "OPTIONS", headers });
    if (response.headers.get("allow")?.split(", ").includes(method) !== true) unbound.push(id);
  }
  await close();
  expect(unbound).toEqual([]);
});

fuzzLaw("service", { routes, open, runs: 200 });
