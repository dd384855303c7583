import { hkdfSync } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { defaultSettings } from "@breakwater/casework";
import { encodeActions } from "../actions/action-batch.ts";
import type { ActionLog } from "../actions/action-log.ts";
import type { ActionWriter } from "../actions/action-writer.ts";
import { createCasework, createSqliteCaseworkStores, type Casework } from "../casework/index.ts";
import { createDeterminationRecord, type RecordDetermination } from "../casework/record-determination.ts";
import type { CaseworkStore } from "../casework/store/casework-store.ts";
import { createLeadDesk } from "../casework/leads/lead-desk.ts";
import { createReportVault } from "../casework/reports/report-vault.ts";
import { createTellingList } from "../claims/desk/list-telling.ts";
import { createSqliteClaimStore } from "../claims/store/sqlite-claim-store.ts";
import { parseActionKey } from "../detection/judge/action-key.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";
import type { SecretStore } from "../ledger/ports/secret-store.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { toDetectionDesk, withinUnit } from "./detection-desk.ts";
import { createRuleTexts } from "../policies/rule-texts.ts";
import type { TellingSettings } from "./open-telling.ts";
import type { World } from "./world.ts";

export type CaseworkParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly notary: LedgerNotary;
  /** Keys of what reporters wrote: apart from the data. */
  readonly secrets: SecretStore;
  readonly actions: ActionWriter;
  readonly actionLog: Pick<ActionLog, "find">;
  readonly sealKey: Uint8Array;
  readonly telling: TellingSettings;
  readonly qualityShare: number;
  /** Desks of partners that may be asked. */
  readonly activeDesks: readonly string[];
  readonly world: World;
};

export type OpenedCasework = Casework & {
  readonly store: CaseworkStore;
  readonly detectionDesk: LeadDesk;
  /** Inside a unit. */
  readonly isLeadInUse: (leadId: string) => Promise<boolean>;
  /** For the registry. */
  readonly recordDetermination: RecordDetermination;
};

/** Under which the action log keeps what people report: a source of its own beside the platforms'. */
const reportSource = "breakwater.reports";

/** Casework over the state database; `detectionDesk` works inside the units of detection. */
export function openCasework(db: DatabaseSync, parts: CaseworkParts): OpenedCasework {
  const { actions, actionLog, secrets, sealKey, world, telling, ...stores } = parts;
  const sqlite = createSqliteCaseworkStores(db);
  const deps = { ...stores, ...world, stores: sqlite, settings: defaultSettings };
  const findRuleTexts = createRuleTexts(sqlite.casework);
  const claims = createSqliteClaimStore(db);
  const casework = createCasework({
    ...deps,
    findRuleTexts,
    findAction: async (key) => {
      const named = parseActionKey(key);
      return named === null ? null : actionLog.find(named.source, named.id);
    },
    telling: {
      ...telling,
      findRuleText: async ({ id, version }, language) => (await findRuleTexts(id, version))?.[language] ?? null,
    },
    listTelling: createTellingList(claims),
    findClaim: async (id) => (await claims.head(id))?.inForce.entry.claim ?? null,
    notary: parts.notary,
    vault: createReportVault({ secrets, randomBytes: world.randomBytes }),
    reporterKey: new Uint8Array(hkdfSync("sha256", sealKey, "breakwater casework", "reporter", 32)),
    appendReportAction: async (action) => {
      const outcome = await actions.append(encodeActions(reportSource, [action]));
      if (outcome.kind === "failed") throw new Error(`The action log did not take a report: ${outcome.code}.`);
    },
  });
  const within = createLeadDesk({ ...deps, transactor: withinUnit, desk: casework.desk, leads: sqlite.leads });
  const record = createDeterminationRecord({
    store: sqlite.casework,
    settings: defaultSettings,
    readModels: [sqlite.listing, sqlite.jobs],
  });
  return {
    ...casework,
    store: sqlite.casework,
    detectionDesk: toDetectionDesk(within),
    isLeadInUse: (lead) => within.isInUse(lead),
    recordDetermination: record,
  };
}
