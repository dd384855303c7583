import { defaultSettings } from "@breakwater/casework";
import { monday } from "@breakwater/casework/testing";
import { isNoticeKind, isOfDesks } from "@breakwater/contract";
import type { Action } from "@breakwater/records";
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Caller } from "../../http/route.ts";
import { openSqliteSecretStore } from "../../ledger/stores/sqlite-secret-store.ts";
import { openState } from "../../state/open-state.ts";
import type { Notice } from "../../state/outbox.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import {
  createCasework,
  type Casework,
  type CaseworkDeps,
  type CaseworkStores,
  type Telling,
} from "../create-casework.ts";
import { createLinks } from "../notices/links.ts";
import { createListNotary } from "./list-notary.ts";
import { createReportVault } from "../reports/report-vault.ts";
import { caseworkMigrations, createSqliteCaseworkStores } from "../open-stores.ts";

/** Casework over SQLite, with a clock that one sets and ids that count. */
export type House = Casework & {
  readonly db: DatabaseSync;
  readonly stores: CaseworkStores;
  readonly clock: { at: number };
  /** What the action log was given. */
  readonly actions: readonly Action[];
  readonly listNotices: () => Promise<readonly Notice[]>;
  /** Kinds of the notices since the last time, but for those by which open pages follow. */
  readonly hear: () => Promise<readonly string[]>;
};

export const testTelling: Telling = {
  links: createLinks(new Uint8Array(32).fill(9)),
  publicUrl: "https://breakwater.example",
  redress: { disputeBody: "Appeals Centre Europe", court: "the courts of your country" },
  findRuleText: async () => null,
  publishesStatements: true,
  mailer: null,
};

export function openHouse(more: Partial<CaseworkDeps> = {}, path = ":memory:"): House {
  const migrations = [...outboxMigrations, ...caseworkMigrations];
  const db = openState(path, { migrations, now: () => monday });
  const stores = createSqliteCaseworkStores(db);
  const outbox = createSqliteOutbox(db);
  const clock = { at: monday };
  const secrets = openSqliteSecretStore(":memory:");
  const actions: Action[] = [];
  let drawn = 0;
  const randomBytes = (length: number): Uint8Array => {
    drawn += 1;
    return createHash("sha512").update(String(drawn)).digest().subarray(0, length);
  };
  let serial = 0;
  let heard = 0;
  const casework = createCasework({
    transactor: createSqliteTransactor(db),
    stores,
    outbox,
    settings: defaultSettings,
    activeDesks: ["desk-1"],
    notary: createListNotary(),
    vault: createReportVault({ secrets, randomBytes }),
    appendReportAction: async (action) => {
      actions.push(action);
    },
    reporterKey: new Uint8Array(32).fill(7),
    telling: testTelling,
    randomBytes,
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
    actions,
    listNotices,
    hear: async () => {
      const fresh = await outbox.readAfter(heard, 100_000);
      heard = fresh.at(-1)?.sequence ?? heard;
      return fresh.map(({ kind }) => kind).filter((kind) => !isNoticeKind(kind) || !isOfDesks(kind));
    },
  };
}

/** Somebody who has signed in. */
export function person(id: string, ...roles: readonly string[]): Caller {
  return { kind: "person", id, roles, scopes: [] };
}
