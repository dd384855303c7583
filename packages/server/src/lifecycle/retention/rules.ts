import { rmSync } from "node:fs";
import type { Layout } from "../../main/layout.ts";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { Erasures } from "../records/erase-account.ts";
import type { ErasureRegister } from "../records/erasure-register.ts";
import { listMigrationCopies } from "../records/migration-copies-holder.ts";
import type { RetentionRule } from "./rule.ts";

const minuteMs = 60_000;
export const hourMs: number = 60 * minuteMs;
export const dayMs: number = 24 * hourMs;

/** Copies from before a migration serve to go back to the version before, which is soon or never. */
export const migrationCopyMs: number = 7 * dayMs;
/** No backup is kept longer: docs/operate.md says so. */
export const registerMs: number = 400 * dayMs;
const partMax = 100;

/** Whole days of raw actions. What of them is evidence has been copied into its case by then. */
export function createActionsRule(
  log: { deleteBefore(at: number): Promise<{ readonly actions: number; readonly segments: number }> },
  periodMs: number,
): RetentionRule {
  const run = async (now: number) => ({ deleted: await log.deleteBefore(now - periodMs), isOver: true });
  return { name: "actions", periodMs, everyMs: hourMs, run };
}

/** `forgetBefore` does a part and says how many it forgot; 0 where nothing is left. */
export function createSketchesRule(
  sketches: { forgetBefore(at: number, limit: number): Promise<number> },
  periodMs: number = 90 * dayMs,
): RetentionRule {
  const run = async (now: number) => {
    const forgotten = await sketches.forgetBefore(now - periodMs, partMax);
    return { deleted: { sketches: forgotten }, isOver: forgotten === 0 };
  };
  return { name: "sketches", periodMs, everyMs: hourMs, run };
}

/** Destroys the keys of the epochs that are over. Cases keep no pseudonyms, so that nothing has to outlive a key. */
export function createPseudonymKeysRule(
  keys: { destroyBefore(at: number): Promise<number>; listEpochs(): Promise<readonly number[]> },
  periodMs: number,
): RetentionRule {
  const run = async (now: number) => {
    const over = (await keys.listEpochs()).filter((epoch) => (epoch + 1) * periodMs <= now);
    if (over.length === 0) return { deleted: { keys: 0 }, isOver: true };
    return { deleted: { keys: await keys.destroyBefore(now) }, isOver: true };
  };
  return { name: "pseudonym_keys", periodMs, everyMs: hourMs, run };
}

/** `destroyExpired` takes a part of what no decision in force and no appeal needs any longer, key and all; 0 where nothing is left. */
export function createEvidenceRule(evidence: {
  destroyExpired(now: number, limit: number): Promise<number>;
}): RetentionRule {
  const run = async (now: number) => {
    const destroyed = await evidence.destroyExpired(now, partMax);
    return { deleted: { evidence: destroyed }, isOver: destroyed === 0 };
  };
  return { name: "evidence", periodMs: null, everyMs: hourMs, run };
}

export function createNoticesRule(
  outbox: Pick<Outbox, "deleteBefore">,
  transactor: Transactor,
  periodMs: number,
): RetentionRule {
  const run = async (now: number) => {
    const notices = await transactor.run(() => outbox.deleteBefore(now - periodMs));
    return { deleted: { notices }, isOver: true };
  };
  return { name: "notices", periodMs, everyMs: hourMs, run };
}

/** `deleteBefore` takes a part; 0 where nothing is left. */
export function createReportsRule(
  reports: { deleteBefore(at: number, limit: number): Promise<number> },
  periodMs: number,
): RetentionRule {
  const run = async (now: number) => {
    const deleted = await reports.deleteBefore(now - periodMs, partMax);
    return { deleted: { reports: deleted }, isOver: deleted === 0 };
  };
  return { name: "reports", periodMs, everyMs: hourMs, run };
}

export function createMigrationCopiesRule(layout: Layout): RetentionRule {
  const run = async (now: number) => {
    const old = listMigrationCopies(layout).filter(({ at }) => at < now - migrationCopyMs);
    for (const { path } of old) rmSync(path, { force: true });
    return { deleted: { copies: old.length }, isOver: true };
  };
  return { name: "migration_copies", periodMs: migrationCopyMs, everyMs: hourMs, run };
}

/** Goes on with erasures that had to wait, or that a crash cut off. */
export function createErasuresRule(erasures: Pick<Erasures, "continueDue">): RetentionRule {
  const run = async (now: number) => {
    const { accounts, erased } = await erasures.continueDue(now, partMax);
    return { deleted: { records: erased }, isOver: accounts < partMax };
  };
  return { name: "erasures", periodMs: null, everyMs: minuteMs, run };
}

export function createErasureRegisterRule(register: Pick<ErasureRegister, "forgetBefore">): RetentionRule {
  const run = async (now: number) => {
    const erasures = await register.forgetBefore(now - registerMs);
    return { deleted: { erasures }, isOver: true };
  };
  return { name: "erasure_register", periodMs: registerMs, everyMs: dayMs, run };
}
