import { afterEach } from "vitest";
import type { NoticeKind, Scope } from "@breakwater/contract";
import { scopes } from "@breakwater/contract";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createEventHub, type HubLimits } from "../event-hub.ts";
import { createNoticeSource } from "../notice-source.ts";
import { createEventsRoutes } from "../routes.ts";
import { createSignallingOutbox } from "../signalling-outbox.ts";
import { serveRoutes } from "./serve-routes.ts";
import { openStreamReader, type StreamReader } from "./stream-reader.ts";

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** The room on real parts: an outbox in a database, a hub, real sockets. The caller's scopes stand in `authorization`, by commas. */
export async function openStage(limits: Partial<HubLimits> = {}) {
  const db = openState(":memory:", { migrations: outboxMigrations, now: Date.now });
  const transactor = createSqliteTransactor(db);
  const { outbox, onNotices } = createSignallingOutbox(createSqliteOutbox(db), transactor);
  const failures: unknown[] = [];
  const reads = { count: 0, isBroken: false };
  const source = createNoticeSource(transactor, outbox);
  const hub = createEventHub({
    source: {
      range: () => source.range(),
      readAfter: (sequence, limit) => {
        reads.count += 1;
        if (reads.isBroken) return Promise.reject(new Error("The disk is gone."));
        return source.readAfter(sequence, limit);
      },
    },
    now: () => performance.now(),
    limits: { paceMs: 5, ...limits },
    onFailure: (error) => failures.push(error),
  });
  onNotices(() => hub.wake());
  const served = await serveRoutes(createEventsRoutes({ hub }), (authorization) => {
    const [id = "", held = ""] = authorization.split(" ");
    const own = held === "" ? scopes : (held.split(",") as Scope[]);
    return { kind: "token", id, name: id, scopes: own };
  });
  closings.push(() => {
    hub.close();
    db.close();
  });
  return {
    hub,
    outbox,
    transactor,
    reads,
    failures,
    port: served.port,
    open: (query = "", more: Parameters<typeof openStreamReader>[2] = {}): StreamReader =>
      openStreamReader(served.port, `/v1/events${query}`, more),
    append: (kind: NoticeKind, ...data: readonly unknown[]) =>
      transactor.run(async () => {
        for (const one of data) await outbox.append(kind, one, Date.now());
      }),
  };
}
