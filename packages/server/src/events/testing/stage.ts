import { afterEach } from "vitest";
import { scopes, type NoticeKind } from "@breakwater/contract";
import { openTestFront } from "../../http/testing/test-front.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createEventHub, type HubLimits } from "../event-hub.ts";
import { createNoticeSource } from "../notice-source.ts";
import { createEventsRoutes } from "../routes.ts";
import { openStreamReader, type StreamReader } from "./stream-reader.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

export type Opening = {
  readonly as?: readonly [id: string, scopes: readonly string[]];
  readonly headers?: Readonly<Record<string, string>>;
  readonly isPaused?: boolean;
};

/** The room on real parts: an outbox in a database, a hub, the front, real sockets. */
export async function openStage(limits: Partial<HubLimits> = {}) {
  const db = openState(":memory:", { migrations: outboxMigrations, now: Date.now });
  const transactor = createSqliteTransactor(db);
  const outbox = createSqliteOutbox(db);
  const failures: unknown[] = [];
  const reads = { count: 0, isBroken: false };
  // One connection, for a database in memory: what reads waits for its turn, and so sees what was committed.
  const source = createNoticeSource({
    readAfter: (sequence, limit) => transactor.run(() => outbox.readAfter(sequence, limit)),
    first: () => transactor.run(() => outbox.first()),
    latest: () => transactor.run(() => outbox.latest()),
  });
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
  const { app, port } = await openTestFront(createEventsRoutes({ hub }));
  closings.push(async () => {
    hub.close();
    await app.close();
    db.close();
  });
  return {
    hub,
    outbox,
    transactor,
    reads,
    failures,
    port,
    /** `as`: the id of a token, and its scopes. */
    open: (
      query = "",
      { as: [id, held] = ["t", scopes], headers = {}, isPaused = false }: Opening = {},
    ): StreamReader => {
      const caller = JSON.stringify({ kind: "token", id, name: id, scopes: held });
      return openStreamReader(port, `/v1/events${query}`, { headers: { "test-caller": caller, ...headers }, isPaused });
    },
    append: async (kind: NoticeKind, ...data: readonly unknown[]): Promise<void> => {
      await transactor.run(async () => {
        for (const one of data) await outbox.append(kind, one, Date.now());
      });
      hub.wake();
    },
  };
}
