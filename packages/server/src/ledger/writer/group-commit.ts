import { LedgerFailure, toLedgerFailure } from "../ledger-failure.ts";

export type GroupCommitOptions<Item, Result> = {
  readonly batchMax: number;
  readonly queueMax: number;
  /** An item that must be the only one of its batch. */
  readonly isAlone: (item: Item) => boolean;
  /** One result per item, in order; a rejection is every item's. Never called before the last call has settled. */
  readonly commit: (items: readonly Item[]) => Promise<readonly Result[]>;
};

export interface GroupCommit<Item, Result> {
  add(item: Item): Promise<Result>;
  /** Resolves once nothing waits; what is added afterwards is refused. */
  close(): Promise<void>;
}

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (failure: LedgerFailure) => void;
};

/**
 * Items that arrive while a commit runs go together into the next one. There is no timer: a lone item is committed at once, and
 * under load the batches grow to what one commit's time lets in.
 */
export function createGroupCommit<Item, Result>(options: GroupCommitOptions<Item, Result>): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = [];
  let running: Promise<void> | null = null;
  let isClosed = false;

  const run = async (): Promise<void> => {
    // What is added in the same turn belongs to the same batch.
    await Promise.resolve();
    while (queue.length > 0) {
      const batch = queue.slice(0, lengthOfBatch(queue, options));
      queue = queue.slice(batch.length);
      try {
        const results = await options.commit(batch.map(({ item }) => item));
        for (const [i, { resolve, reject }] of batch.entries()) {
          const result = results[i];
          if (result === undefined) reject(new LedgerFailure("storage_failed", "The commit gave no result."));
          else resolve(result);
        }
      } catch (error) {
        const failure = toLedgerFailure(error);
        for (const { reject } of batch) reject(failure);
      }
    }
    running = null;
  };

  return {
    add(item) {
      if (isClosed) return Promise.reject(new LedgerFailure("closed", "The ledger is closed."));
      if (queue.length >= options.queueMax) {
        const message = `More than ${options.queueMax} entries wait to be written; try again later.`;
        return Promise.reject(new LedgerFailure("queue_full", message));
      }
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        running ??= run();
      });
    },
    async close() {
      isClosed = true;
      await running;
    },
  };
}

function lengthOfBatch<Item, Result>(
  queue: readonly Waiting<Item, Result>[],
  { batchMax, isAlone }: GroupCommitOptions<Item, Result>,
): number {
  const alone = queue.findIndex(({ item }) => isAlone(item));
  if (alone === 0) return 1;
  return Math.min(batchMax, alone === -1 ? queue.length : alone);
}
