import { DatabaseSync } from "node:sqlite";
import type { Logger } from "pino";
import { createActionWriter, type ActionWriter } from "../actions/action-writer.ts";
import { openDirectoryPseudonymKeys } from "../actions/pseudonyms/directory-pseudonym-keys.ts";
import { createSqliteNoticeCursor } from "../actions/notices/notice-cursor.ts";
import { tellChanges, type ActionChangeNotice } from "../actions/notices/tell-changes.ts";
import { openActionLog } from "../actions/sqlite-action-log.ts";
import { createAccess, type Access } from "../access/access.ts";
import { accessLimits } from "../access/limits.ts";
import { createSqliteAccessStore } from "../access/stores/sqlite-access-store.ts";
import type { Casework } from "../casework/index.ts";
import { createClaimDesk, type ClaimDesk } from "../claims/desk/claim-desk.ts";
import { createSqliteClaimStore } from "../claims/store/sqlite-claim-store.ts";
import type { Lifecycle } from "../lifecycle/create-lifecycle.ts";
import { createForgetting } from "../detection/forgetting.ts";
import type { Detection } from "../detection/create-detection.ts";
import { createIdempotency, type Idempotency } from "../http/idempotency/idempotency.ts";
import { createSqliteIdempotencyStore } from "../http/idempotency/sqlite-idempotency-store.ts";
import { createCheckpointNotices } from "../ledger-api/checkpoint-notices.ts";
import { createLedgerReading, type LedgerReading } from "../ledger-api/ledger-reading.ts";
import { createLedgerNotary } from "../ledger-api/open-ledger-notary.ts";
import { LedgerFailure, openLedgerAt } from "../ledger/index.ts";
import type { WitnessKeeper } from "../ledger/witnesses/keep-witnesses.ts";
import { isStorageFull } from "../sqlite/is-storage-full.ts";
import { openState } from "../state/open-state.ts";
import type { Notice, Outbox } from "../state/outbox.ts";
import { createSqliteOutbox } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import { createPolicyBook, type PolicyBook } from "../policies/policy-book.ts";
import type { Webhooks } from "../webhooks/webhooks.ts";
import { withinUnit } from "./detection-desk.ts";
import { nameLog, readOrigin } from "./ledger-origin.ts";
import { stateMigrations } from "./migrations.ts";
import { createNoticePump } from "./notice-pump.ts";
import { createSqliteCaseworkStores } from "../casework/index.ts";
import { createFigureKeeper, type FigureKeeper } from "../figures/figure-keeper.ts";
import { openCasework } from "./open-casework.ts";
import { openDetection } from "./open-detection.ts";
import { openLifecycle } from "./open-lifecycle.ts";
import type { StatementDesk } from "../statements/statement-desk.ts";
import { openStatements } from "./open-statements.ts";
import { openTelling } from "./open-telling.ts";
import { openWebhooks } from "./open-webhooks.ts";
import { openWitnesses } from "./open-witnesses.ts";
import { logUnfit } from "./log-unfit.ts";
import type { Setup } from "./setup.ts";
import { createVerdictFeed } from "./verdict-feed.ts";
import { toWatermarkOptions } from "./watermark-options.ts";
import type { World } from "./world.ts";

/** What the log thread offers to the others. */
export type LogServices = Omit<Detection, "forgetting"> & {
  readonly access: Access;
  readonly actions: ActionWriter;
  readonly claims: ClaimDesk;
  readonly idempotency: Idempotency;
  readonly leads: Casework["leadBook"];
  readonly objects: Casework["objectBook"];
  readonly cases: Casework["caseBook"];
  readonly opinions: Casework["opinionBook"];
  readonly jobs: Casework["jobBook"];
  readonly effects: Casework["effectBook"];
  readonly views: Casework["views"];
  readonly reports: Casework["reportDesk"];
  readonly notices: Casework["noticeDesk"];
  readonly links: Casework["linkDesk"];
  readonly publishedStatements: Casework["publishedStatements"];
  readonly policies: PolicyBook;
  readonly records: Lifecycle["desk"];
  readonly retention: Lifecycle["retention"];
  readonly ledger: LedgerReading;
  readonly witnesses: Pick<WitnessKeeper, "list">;
  readonly figures: FigureKeeper;
  readonly statements: StatementDesk;
  readonly outbox: Pick<Outbox, "readAfter" | "first" | "latest">;
  readonly webhooks: Webhooks;
};

const dayMs = 86_400_000;

export type LogSide = {
  readonly services: LogServices;
  /** Called with each notice once it is committed, in order. */
  readonly onNotice: (listener: (notice: Notice) => void) => void;
  /** Lets the wall clock end an epoch; to be called some ten times a second, because a lead waits for it. */
  readonly endEpochs: () => Promise<void>;
  /** Does what else time asks for; to be called about once a second. */
  readonly tick: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens everything that is written: the action log, the state database, the ledger. One in each process. */
export async function openLogSide(setup: Setup, world: World, logger: Logger): Promise<LogSide> {
  const { config, layout, sealKey, publicUrl } = setup;
  const { now, newId, randomBytes } = world;
  const fail = (error: unknown): void => logger.error(error, "work of the log thread failed and will be tried again");
  const db = openState(layout.state, { migrations: stateMigrations, now });
  // A connection of its own: on the writer's, what is not yet committed would be read too.
  const reading = new DatabaseSync(layout.state, { readOnly: true });
  const committed = createSqliteOutbox(reading);
  const parts = { transactor: createSqliteTransactor(db), outbox: createSqliteOutbox(db) };
  const { transactor } = parts;

  const opened = await openLedgerAt(
    { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys },
    { origin: readOrigin(layout.ledgerOrigin, () => nameLog(publicUrl, randomBytes)), now, randomBytes },
  );
  if (opened.ledger.unfinishedErasures() > 0) {
    logger.warn({ erasures: opened.ledger.unfinishedErasures() }, "erasures of the ledger are not finished");
  }
  const checkpoints = createCheckpointNotices({ ...parts, now, onFailure: fail });
  const notary = createLedgerNotary(opened.ledger, checkpoints.tell);
  const witnesses = await openWitnesses(db, { transactor, opened, config: config.ledger, world });

  const actionLog = openActionLog(layout.actions);
  const cursor = createSqliteNoticeCursor(db);
  const follow = (changes: readonly ActionChangeNotice[]): Promise<unknown> => quoting.forgetActions(changes);
  const followChanges = (): void => void tellChanges({ ...parts, log: actionLog, cursor, follow }, now()).catch(fail);
  const watermark = toWatermarkOptions(config);
  const actions = await createActionWriter({ log: actionLog, watermark, now, onChanged: followChanges });

  const access = createAccess({
    ...parts,
    store: createSqliteAccessStore(db),
    newId,
    randomBytes,
    sealKey,
    publicUrl,
    limits: accessLimits,
  });
  const telling = openTelling(setup);
  const casework = openCasework(db, {
    ...parts,
    notary,
    secrets: opened.secrets,
    actions,
    actionLog,
    sealKey,
    telling,
    qualityShare: config.casework.quality_share,
    activeDesks: config.casework.partner_desks,
    world,
  });
  await casework.notarising.recover();
  await casework.fillLists();
  const detection = openDetection(db, { ...parts, config, desk: casework.detectionDesk, actionLog, world });
  const { groupStore, shelves } = detection;
  // Texts leave stored evidence in the very unit in which others are told that they are gone.
  const quoting = createForgetting({ transactor: withinUnit, groups: groupStore, shelves });
  followChanges();
  const verdicts = createVerdictFeed(casework, detection.detectors);
  const lifecycle = openLifecycle(db, setup, {
    ...parts,
    actionLog,
    pseudonymKeys: openDirectoryPseudonymKeys(layout.pseudonymKeys, world),
    detection,
    groupStore,
    shelves,
    onErased: followChanges,
    reportDesk: casework.reportDesk,
    caseworkForgetting: casework.forgetting,
    isLeadInUse: casework.isLeadInUse,
    world,
    onFailure: (name, error) => logger.error({ name, error }, "retention or erasure failed and will be tried again"),
  });
  await lifecycle.finishRestore(opened.ledger);
  const webhooks = openWebhooks(db, { ...parts, config, sealKey, world, onFailure: fail, onUnfit: logUnfit(logger) });
  const statements = openStatements(db, {
    ...parts,
    config,
    world,
    onLater: (why, count) => logger.warn({ why, count }, "statements of reasons were not taken and will be sent again"),
  });
  const idempotency = createIdempotency(createSqliteIdempotencyStore(db), transactor);
  const claims = createClaimDesk({
    ...parts,
    store: createSqliteClaimStore(db),
    record: casework.recordDetermination,
  });
  const notices = createNoticePump(committed, { from: await committed.latest(), onFailure: fail });
  notices.onNotice(webhooks.wake);
  transactor.onCommit(notices.pump);

  /** Work of the clock is tried again by itself: a full disk, or a clock that was set back, is no reason to stop, which would stop every start too. */
  const waitForWorld = (error: unknown): void => {
    const isClockBack = error instanceof LedgerFailure && error.code === "clock_backwards";
    if (!isStorageFull(error) && !isClockBack) throw error;
    fail(error);
  };
  let seconds = 0;
  let sending: Promise<unknown> = Promise.resolve();
  let isSending = false;
  /** Beside the clock: a mail server that is slow to answer holds nobody up. */
  const sendNotices = (): void => {
    if (isSending) return;
    isSending = true;
    sending = casework
      .sendNotices(now())
      .catch(fail)
      .finally(() => (isSending = false));
  };
  return {
    services: {
      access,
      actions,
      claims,
      findings: detection.findings,
      groups: detection.groups,
      marks: detection.marks,
      detectors: detection.detectors,
      previews: detection.previews,
      audits: detection.audits,
      idempotency,
      leads: casework.leadBook,
      policies: createPolicyBook({ transactor, desk: casework.desk, store: casework.store, newId }),
      objects: casework.objectBook,
      cases: casework.caseBook,
      opinions: casework.opinionBook,
      jobs: casework.jobBook,
      effects: casework.effectBook,
      views: casework.views,
      records: lifecycle.desk,
      retention: lifecycle.retention,
      reports: casework.reportDesk,
      notices: casework.noticeDesk,
      links: casework.linkDesk,
      publishedStatements: casework.publishedStatements,
      ledger: createLedgerReading(opened.store),
      witnesses,
      figures: createFigureKeeper(createSqliteCaseworkStores(reading).casework),
      outbox: committed,
      statements,
      webhooks: webhooks.webhooks,
    },
    onNotice: notices.onNotice,
    endEpochs: () => actions.tick().catch(waitForWorld),
    tick: async () => {
      seconds += 1;
      if (seconds % 4 !== 0) return;
      const ticked = await casework.tick(now()).catch(waitForWorld);
      for (const failed of ticked?.failed ?? []) logger.error(failed, "what time asks of casework failed");
      await casework.notarising.run().catch(waitForWorld);
      sendNotices();
      await verdicts.run().catch(waitForWorld);
      // Nobody waits for it: a database elsewhere may take a minute to answer.
      void statements.tick().catch(fail);
      void witnesses.tick().catch(fail);
      await lifecycle.retention.tick().catch(waitForWorld);
      if (seconds % 60 !== 0) return;
      // Also what failed before.
      followChanges();
      await idempotency.sweep(now()).catch(waitForWorld);
      await access.sweepAccess({ at: now() }).catch(waitForWorld);
      await webhooks.webhooks.tidy(now() - config.retention.notices_days * dayMs, now()).catch(waitForWorld);
      await actionLog.dropDeleted().catch(fail);
    },
    close: async () => {
      telling.mailer?.close();
      await sending;
      await webhooks.close();
      await casework.notarising.run().catch(fail);
      await checkpoints.close();
      await witnesses.close().catch(fail);
      await opened.close();
      actionLog.close();
      reading.close();
      db.close();
    },
  };
}
