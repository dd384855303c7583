import { routes, tokenScopes } from "@breakwater/contract";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { configSchema } from "../config/schema.ts";
import { startService } from "../main/start-service.ts";
import { fuzzLaw } from "./testing/fuzz.law.ts";

// Not put into the service yet.
const missing: ReadonlySet<string> = new Set(["streamEvents"]);

/** The whole service with all its threads, and a token of every scope that a token may hold. */
fuzzLaw("service", {
  routes: routes.filter(({ id }) => !missing.has(id)),
  open: async () => {
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
  },
  runs: 200,
});
