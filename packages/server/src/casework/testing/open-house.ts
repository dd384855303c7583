import { defaultSettings } from "@breakwater/casework";
import { monday } from "@breakwater/casework/testing";
import type { DatabaseSync } from "node:sqlite";
import type { Caller } from "../../http/route.ts";
import { openState } from "../../state/open-state.ts";
import type { Notice } from "../../state/outbox.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createCasework, type Casework, type CaseworkDeps, type CaseworkStores } from "../create-casework.ts";
import { createListNotary } from "./list-notary.ts";
import { caseworkMigrations, createSqliteCaseworkStores } from "../open-stores.ts";

/** Casework over SQLite, with a clock that one sets and ids that count. */
export type House = Casework & {
  readonly db: DatabaseSync;
  readonly stores: CaseworkStores;
  readonly clock: { at: number };
  readonly listNotices: () => Promise<readonly Notice[]>;
  /** Kinds of the notices since the last time. */
  readonly hear: () => Promise<readonly string[]>;
};

export function openHouse(more: Partial<CaseworkDeps> = {}, path = ":memory:"): House {
  const migrations = [...outboxMigrations, ...caseworkMigrations];
  const db = openState(path, { migrations, now: () => monday });
  const stores = createSqliteCaseworkStores(db);
  const outbox = createSqliteOutbox(db);
  const clock = { at: monday };
  let serial = 0;
  let heard = 0;
  const casework = createCasework({
    transactor: createSqliteTransactor(db),
    stores,
    outbox,
    settings: defaultSettings,
    activeDesks: ["desk-1"],
    notary: createListNotary(),
    now: () => clock.at,
    newId: () => {
      serial += 1;
      return String(serial);
    },
    ...more,
  });
  const listNotices = (): Promise<readonly Notice[]> => outbox.readAfter(0, 100_000);
  return {
    ...casework,
    db,
    stores,
    clock,
    listNotices,
    hear: async () => {
      const fresh = await outbox.readAfter(heard, 100_000);
      heard = fresh.at(-1)?.sequence ?? heard;
      return fresh.map(({ kind }) => kind);
    },
  };
}

/** Somebody who has signed in. */
export function person(id: string, ...roles: readonly string[]): Caller {
  return { kind: "person", id, roles, scopes: [] };
}
