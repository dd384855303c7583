import type { DatabaseSync } from "node:sqlite";
import type { Ledger } from "../ledger/ledger.ts";
import type { Layout } from "../main/layout.ts";
import { dropDeleted } from "../sqlite/database.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { finishRestore, type Finished } from "./finish-restore.ts";
import type { DataHolder } from "./records/data-holder.ts";
import { createErasures, type Erasures } from "./records/erase-account.ts";
import { openErasureRegister } from "./records/erasure-register.ts";
import { createMigrationCopiesHolder } from "./records/migration-copies-holder.ts";
import { createRecordsDesk, type RecordsDesk } from "./records/records-desk.ts";
import { createSqlitePendingErasures } from "./records/sqlite-pending-erasures.ts";
import { createRetention, type Retention } from "./retention/retention.ts";
import type { RetentionRule } from "./retention/rule.ts";
import {
  createErasureRegisterRule,
  createErasuresRule,
  createMigrationCopiesRule,
  createNoticesRule,
} from "./retention/rules.ts";
import { createSqliteRetentionStore } from "./retention/sqlite-retention-store.ts";

export type LifecycleDeps = {
  readonly layout: Layout;
  /** The writer's connection to the state database. */
  readonly db: DatabaseSync;
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  /** Of every room that keeps anything of accounts. */
  readonly holders: readonly DataHolder[];
  /** Of every room that forgets; this room adds its own. */
  readonly rules: readonly RetentionRule[];
  readonly noticesMs: number;
  readonly now: () => number;
  /** `performance.now`. */
  readonly monotonicMs: () => number;
  readonly newId: () => string;
  /** Told of what a holder or a rule threw. */
  readonly onFailure: (name: string, error: unknown) => void;
};

export type Lifecycle = {
  readonly desk: RecordsDesk;
  readonly erasures: Erasures;
  readonly retention: Retention;
  /** To be called at the start, before anything is answered. */
  readonly finishRestore: (ledger: Pick<Ledger, "append">) => Promise<Finished | null>;
};

/** Erasure, subject access and retention over the rooms' holders and rules, on the state database. */
export function createLifecycle(deps: LifecycleDeps): Lifecycle {
  const { layout, db, transactor, outbox, now, newId, onFailure } = deps;
  const holders = [...deps.holders, createMigrationCopiesHolder(layout)];
  const register = openErasureRegister(layout.keys);
  const pending = createSqlitePendingErasures(db);
  const common = { transactor, outbox, onFailure, dropDeleted: async () => dropDeleted(db) };
  const erasures = createErasures({ ...common, holders, pending, register });
  const retention = createRetention({
    ...common,
    store: createSqliteRetentionStore(db),
    now,
    monotonicMs: deps.monotonicMs,
    rules: [
      ...deps.rules,
      createErasuresRule(erasures),
      createNoticesRule(outbox, transactor, deps.noticesMs),
      createMigrationCopiesRule(layout),
      createErasureRegisterRule(register),
    ],
  });
  return {
    desk: createRecordsDesk({ holders, erasures, pending, transactor, newId }),
    erasures,
    retention,
    finishRestore: (ledger) => finishRestore({ data: layout.data, erasures, register, ledger, now }),
  };
}
