import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { accessLimits } from "../access/limits.ts";
import { createSqliteAccessStore } from "../access/stores/sqlite-access-store.ts";
import { createTokens, type Tokens } from "../access/tokens.ts";
import type { Config } from "../config/schema.ts";
import { toLayout } from "../main/layout.ts";
import { stateMigrations } from "../main/migrations.ts";
import { openWorld } from "../main/world.ts";
import { openDatabase } from "../sqlite/database.ts";
import { createSqliteOutbox } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import { LifecycleFailure } from "./lifecycle-failure.ts";

export type OpenedTokens = Pick<Tokens, "createToken" | "listTokens" | "revokeToken"> & { readonly close: () => void };

/**
 * The tokens of a service for whoever has its machine, while it runs or not: each call is one short transaction on the database, for which
 * the service's own wait, and the service hears of it by the notice that the transaction leaves. Throws a `LifecycleFailure`
 * where there is no data (`no_data`), or another version wrote it (`other_version`): nothing is migrated under a running service.
 */
export function openTokens(config: Config): OpenedTokens {
  const { state, data } = toLayout(config.storage);
  if (!existsSync(state)) throw new LifecycleFailure("no_data", { path: data });
  const { newId, randomBytes } = openWorld();
  const db = openDatabase(state, "");
  try {
    assertSameVersion(db, state);
  } catch (error) {
    db.close();
    throw error;
  }
  const tokens = createTokens({
    store: createSqliteAccessStore(db),
    transactor: createSqliteTransactor(db),
    outbox: createSqliteOutbox(db),
    newId,
    randomBytes,
    limits: accessLimits,
  });
  return { ...tokens, close: () => db.close() };
}

function assertSameVersion(db: DatabaseSync, path: string): void {
  const hasSteps = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get() !== undefined;
  const applied = hasSteps ? db.prepare("SELECT id FROM migration").all() : [];
  const ids = new Set(applied.map(({ id }) => id));
  const isSame = ids.size === stateMigrations.length && stateMigrations.every(({ id }) => ids.has(id));
  if (!isSame) throw new LifecycleFailure("other_version", { path });
}
