import { existsSync } from "node:fs";
import { openActionLog } from "../actions/sqlite-action-log.ts";
import type { Config } from "../config/schema.ts";
import { toLayout } from "../main/layout.ts";
import { stateMigrations } from "../main/migrations.ts";
import { takeLock } from "../main/process-lock.ts";
import { openState } from "../state/open-state.ts";
import { createSqliteOutbox } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import type { Lifecycle } from "./create-lifecycle.ts";
import { LifecycleFailure } from "./lifecycle-failure.ts";
import { openLifecycle } from "./open-lifecycle.ts";

export type OpenedRecords = Pick<Lifecycle, "desk" | "retention"> & { readonly close: () => void };

/**
 * What is kept of accounts, without the service: it must not run. Throws a `LockedError` where it does, a `LifecycleFailure` where there is
 * no data.
 */
export function openRecords(
  config: Config,
  world: {
    readonly now: () => number;
    readonly newId: () => string;
    readonly monotonicMs: () => number;
    readonly onFailure: (name: string, error: unknown) => void;
  },
): OpenedRecords {
  const layout = toLayout(config.storage);
  if (!existsSync(layout.state)) throw new LifecycleFailure("no_data", { path: layout.data });
  const closers: (() => void)[] = [];
  const close = (): void => {
    for (const closeOne of closers.splice(0).toReversed()) closeOne();
  };
  try {
    closers.push(takeLock(layout.lock).release);
    const db = openState(layout.state, { migrations: stateMigrations, now: world.now });
    closers.push(() => db.close());
    const actionLog = openActionLog(layout.actions);
    closers.push(() => actionLog.close());
    const parts = { transactor: createSqliteTransactor(db), outbox: createSqliteOutbox(db), layout, config, actionLog };
    const { desk, retention } = openLifecycle(db, { ...parts, ...world });
    return { desk, retention, close };
  } catch (error) {
    close();
    throw error;
  }
}
