import type { DatabaseSync } from "node:sqlite";
import { defaultSettings } from "@breakwater/casework";
import { createCasework, createSqliteCaseworkStores, type Casework } from "../casework/index.ts";
import { createLeadDesk } from "../casework/leads/lead-desk.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { toCaseworkNotary } from "./casework-notary.ts";
import { toDetectionDesk, withinUnit } from "./detection-desk.ts";

export type CaseworkParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly notary: LedgerNotary;
  readonly now: () => number;
  readonly newId: () => string;
};

/** Casework over the state database; `detectionDesk` works inside the units of detection. */
export function openCasework(db: DatabaseSync, parts: CaseworkParts): Casework & { readonly detectionDesk: LeadDesk } {
  const stores = createSqliteCaseworkStores(db);
  const notary = toCaseworkNotary(parts.notary);
  const casework = createCasework({ ...parts, stores, notary, settings: defaultSettings, activeDesks: [] });
  const within = createLeadDesk({ ...parts, transactor: withinUnit, desk: casework.desk, leads: stores.leads });
  return { ...casework, detectionDesk: toDetectionDesk(within) };
}
