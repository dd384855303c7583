import { DatabaseSync } from "node:sqlite";
import { defaultSettings } from "@breakwater/casework";
import { createAccess, type Access } from "../access/access.ts";
import { accessLimits } from "../access/limits.ts";
import { createSqliteAccessStore } from "../access/stores/sqlite-access-store.ts";
import type { ActionLog } from "../actions/action-log.ts";
import type { BatchLog } from "../actions/batch-log.ts";
import { openActionLog } from "../actions/sqlite-action-log.ts";
import { createCaseworkDesk, createSqliteCaseworkStore, type CaseworkDesk } from "../casework/index.ts";
import { createClaimDesk, type ClaimDesk } from "../claims/desk/claim-desk.ts";
import { createSqliteClaimStore } from "../claims/store/sqlite-claim-store.ts";
import { openLedgerAt } from "../ledger/index.ts";
import { openState } from "../state/open-state.ts";
import type { Notice, Outbox } from "../state/outbox.ts";
import { createSqliteOutbox } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import { nameLog, readOrigin } from "./ledger-origin.ts";
import { stateMigrations } from "./migrations.ts";
import { createNoticePump } from "./notice-pump.ts";
import type { Setup } from "./setup.ts";
import type { World } from "./world.ts";

/** What the log thread offers to the others. */
export type LogServices = {
  readonly access: Access;
  readonly actions: ActionLog & BatchLog;
  readonly casework: CaseworkDesk;
  readonly claims: ClaimDesk;
  readonly outbox: Pick<Outbox, "readAfter" | "first" | "latest">;
};

export type LogSide = {
  readonly services: LogServices;
  /** Called with each notice once it is committed, in order. */
  readonly onNotice: (listener: (notice: Notice) => void) => void;
  /** Does what time asks for; to be called about once a second. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens everything that is written: the action log, the state database, the ledger. One in each process. */
export async function openLogSide(setup: Setup, world: World): Promise<LogSide> {
  const { config, layout, sealKey, publicUrl } = setup;
  const { now, newId, randomBytes } = world;
  const db = openState(layout.state, { migrations: stateMigrations, now });
  const transactor = createSqliteTransactor(db);
  const outbox = createSqliteOutbox(db);
  // A connection of its own: on the writer's, what is not yet committed would be read too.
  const reading = new DatabaseSync(layout.state, { readOnly: true });
  const committed = createSqliteOutbox(reading);
  const actions = openActionLog(layout.actions);
  const ledger = await openLedgerAt(
    { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys },
    { origin: readOrigin(layout.ledgerOrigin, () => nameLog(publicUrl, randomBytes)), now, randomBytes },
  );
  const parts = { transactor, outbox };
  const access = createAccess({
    ...parts,
    store: createSqliteAccessStore(db),
    newId,
    randomBytes,
    sealKey,
    publicUrl,
    limits: accessLimits,
  });
  const casework = createCaseworkDesk({
    ...parts,
    store: createSqliteCaseworkStore(db),
    settings: defaultSettings,
    activeDesks: [],
    readModels: [],
  });
  const claims = createClaimDesk({ ...parts, store: createSqliteClaimStore(db) });
  const notices = createNoticePump(committed, await committed.latest());
  transactor.onCommit(notices.pump);

  return {
    services: { access, actions, casework, claims, outbox: committed },
    onNotice: notices.onNotice,
    tick: async () => {
      await casework.tick(now());
      const oldest = now() - config.retention.notices_days * dayMs;
      await transactor.run(() => outbox.deleteBefore(oldest));
    },
    close: async () => {
      await ledger.close();
      actions.close();
      reading.close();
      db.close();
    },
  };
}

const dayMs = 86_400_000;
