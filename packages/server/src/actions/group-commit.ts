import { ActionLogFailure, toActionLogFailure } from "./action-log-failure.ts";

export type GroupCommit = {
  /** Runs `work` in the next transaction, with whatever else waits by then. Rejects with an `ActionLogFailure`. */
  readonly add: <T>(at: number, work: () => T) => Promise<T>;
  /** Units that wait. */
  readonly waiting: () => number;
  /** Commits what waits before it returns; what is added afterwards is refused. */
  readonly close: () => void;
};

export type GroupCommitOptions = {
  readonly queueMax: number;
  /** Most units of one transaction. */
  readonly batchMax: number;
  /** What units have to have in common to share a transaction. */
  readonly placeOf: (at: number) => number;
  /** Runs all of `works` as one durable transaction; whatever one of them throws undoes all. */
  readonly commit: (at: number, works: () => void) => void;
};

type Unit = {
  readonly at: number;
  readonly run: () => void;
  readonly settle: (failure: ActionLogFailure | null) => void;
};

/**
 * Units that arrive while a commit runs go together into the next one. There is no timer: a lone one is committed at once, and
 * under load the transactions grow to what one commit's time lets in. Where a shared transaction fails, each unit gets one of its own.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  let queue: Unit[] = [];
  let isScheduled = false;
  let isClosed = false;

  const commitTogether = (units: readonly Unit[]): void => {
    const [first] = units;
    if (first === undefined) return;
    try {
      options.commit(first.at, () => {
        for (const { run } of units) run();
      });
    } catch (error) {
      if (units.length === 1) first.settle(toActionLogFailure(error));
      else for (const unit of units) commitTogether([unit]);
      return;
    }
    for (const { settle } of units) settle(null);
  };

  const commitNext = (): void => {
    const units = queue.slice(0, lengthOfGroup(queue, options));
    queue = queue.slice(units.length);
    commitTogether(units);
  };

  const run = (): void => {
    isScheduled = false;
    if (queue.length > 0) commitNext();
    schedule();
  };
  // The turn in between lets in what other messages bring, which then shares a transaction.
  const schedule = (): void => {
    if (isScheduled || queue.length === 0) return;
    isScheduled = true;
    setImmediate(run);
  };

  return {
    add: <T>(at: number, work: () => T) => {
      if (isClosed) return Promise.reject(new ActionLogFailure("closed", "The action log is closed."));
      if (queue.length >= options.queueMax) {
        const message = `More than ${options.queueMax} writes wait for the action log; try again later.`;
        return Promise.reject(new ActionLogFailure("queue_full", message));
      }
      return new Promise<T>((resolve, reject) => {
        let result: { readonly value: T } | null = null;
        queue.push({
          at,
          run: () => {
            result = { value: work() };
          },
          settle: (failure) => {
            if (failure !== null) reject(failure);
            else if (result !== null) resolve(result.value);
          },
        });
        schedule();
      });
    },
    waiting: () => queue.length,
    close() {
      isClosed = true;
      while (queue.length > 0) commitNext();
    },
  };
}

function lengthOfGroup(queue: readonly Unit[], { placeOf, batchMax }: GroupCommitOptions): number {
  const place = placeOf(queue[0]?.at ?? 0);
  const other = queue.findIndex(({ at }) => placeOf(at) !== place);
  return Math.min(batchMax, other === -1 ? queue.length : other);
}
