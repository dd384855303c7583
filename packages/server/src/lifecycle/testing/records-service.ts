// Data as the service leaves it, and a real front with the routes of records on it: for tests of the commands.
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { openActionLog } from "../../actions/sqlite-action-log.ts";
import type { Config } from "../../config/schema.ts";
import { createFront } from "../../http/front.ts";
import { createIdempotency } from "../../http/idempotency/idempotency.ts";
import { createMemoryIdempotencyStore } from "../../http/idempotency/memory-idempotency-store.ts";
import { openLedgerAt } from "../../ledger/open-ledger-at.ts";
import { makeFolders, toLayout } from "../../main/layout.ts";
import { readOrigin } from "../../main/ledger-origin.ts";
import { stateMigrations } from "../../main/migrations.ts";
import { readSealKey } from "../../main/seal-key.ts";
import { openWorld } from "../../main/world.ts";
import { createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { openRecords } from "../open-records.ts";
import { createRecordsRoutes } from "../routes.ts";

/** `counts`: posts of each account. */
export async function fillSampleData(config: Config, counts: Readonly<Record<string, number>>): Promise<void> {
  const layout = toLayout(config.storage);
  makeFolders(layout);
  readSealKey(layout.sealKey, randomBytes);
  const at = Date.now();
  openState(layout.state, { migrations: stateMigrations, now: () => at }).close();
  const log = openActionLog(layout.actions);
  for (const [account, count] of Object.entries(counts)) {
    const ids = Array.from({ length: count }, (_, i) => `${account}-${i}`);
    const posts = ids.map((id) => ({
      id,
      at,
      account,
      kind: "post" as const,
      text: `words of ${account}`,
      objects: [],
    }));
    await log.append("forum", posts, at);
  }
  log.close();
  const folders = { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys };
  const { ledger, close } = await openLedgerAt(folders, {
    origin: readOrigin(layout.ledgerOrigin, () => "sample.example/log"),
    now: () => at,
    randomBytes,
  });
  await ledger.append({ facts: { type: "evidence_kept" }, payload: Buffer.from("evidence") });
  await close();
}

/** Answers at a free port until closed; `token` is allowed everything about records, any other nothing. */
export async function serveRecords(
  config: Config,
  token: string,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const world = openWorld();
  const logger = pino({ level: "silent" });
  const { desk, retention, close } = await openRecords(config, logger);
  const app = await createFront(
    {
      ...world,
      authenticate: ({ headers }) =>
        headers.authorization === `Bearer ${token}`
          ? { kind: "token", id: "t", name: "t", scopes: ["records:manage"] }
          : { kind: "anonymous" },
      idempotency: createIdempotency(createMemoryIdempotencyStore(), createMemoryTransactor()),
      readiness: () => ({ ready: true }),
      logger,
      checksAnswers: true,
    },
    createRecordsRoutes({ desk, retention, access: { logRecordsAct: async () => undefined }, now: world.now }),
  );
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return {
    port,
    close: async () => {
      await app.close();
      await close();
    },
  };
}
