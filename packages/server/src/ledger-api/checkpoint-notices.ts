import type { NoticeKind } from "@breakwater/contract";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";

export type CheckpointNotices = {
  /** The log has this size under a checkpoint. To be given to `createLedgerNotary`. */
  readonly tell: (size: number) => void;
  /** Writes what waits. */
  readonly close: () => Promise<void>;
};

export type CheckpointNoticesOptions = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly now: () => number;
  /** At most one notice in this time, ms: a checkpoint binds those before it. */
  readonly everyMs?: number;
  readonly onFailure: (error: unknown) => void;
};

/** Appends `ledger.checkpoint` to the outbox for the newest of the sizes that it is told. A notice that is lost with the process is made up for by the next. */
export function createCheckpointNotices(options: CheckpointNoticesOptions): CheckpointNotices {
  const { transactor, outbox, now, everyMs = 1_000, onFailure } = options;
  let newest: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const size = newest;
    if (size === null) return;
    newest = null;
    await transactor
      .run(() => outbox.append("ledger.checkpoint" satisfies NoticeKind, { size }, now()))
      .catch(onFailure);
  };
  return {
    tell(size) {
      newest = Math.max(size, newest ?? 0);
      timer ??= setTimeout(() => void flush(), everyMs);
    },
    close: flush,
  };
}
