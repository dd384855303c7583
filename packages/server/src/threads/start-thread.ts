import { setTimeout as wait } from "node:timers/promises";
import { Worker, type Transferable } from "node:worker_threads";
import { toThreadMemory, type ThreadMemory } from "./thread-memory.ts";
import { reach, type Caller, type RemoteServices, type Services } from "./remote.ts";

export type StartedThread<T extends Services> = {
  readonly caller: Caller<T>;
  /** Resolves, with why, when the thread has ended without having been asked to. */
  readonly failed: Promise<Error>;
  /** What it holds now, also in the midst of its work; rejects once it has ended. */
  readonly memory: () => Promise<ThreadMemory>;
  readonly close: () => Promise<void>;
};

export type ThreadOptions<T extends Services> = {
  readonly data: object;
  readonly transfer: readonly Transferable[];
  /** Asks the thread to give back what it holds. */
  readonly close: (services: RemoteServices<T>) => Promise<void>;
  /** Ended after so many milliseconds, in the midst of its work, where it has not closed by then: for one that loses nothing by it. */
  readonly closeWithinMs?: number;
};

/** What is not over by then goes on alone, and nobody hears of it. */
async function endWithin(work: Promise<void>, ms: number): Promise<void> {
  const over = new AbortController();
  work.catch(() => undefined);
  try {
    await Promise.race([work, wait(ms, undefined, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/** Starts a thread that offers services. Resolves once it says the word `ready`; rejects with what kept it from that. */
export function startThread<T extends Services>(file: URL, options: ThreadOptions<T>): Promise<StartedThread<T>> {
  const worker = new Worker(file, { workerData: options.data, transferList: [...options.transfer] });
  const caller = reach<T>(worker);
  let isClosing = false;
  const failed = new Promise<Error>((resolve) => {
    const fail = (error: Error): void => {
      caller.fail(error);
      if (!isClosing) resolve(error);
    };
    worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => fail(new Error(`The thread of ${file.pathname.split("/").at(-1)} has ended.`)));
  });
  const close = async (): Promise<void> => {
    isClosing = true;
    const closed = options.close(caller.services);
    await (options.closeWithinMs === undefined ? closed : endWithin(closed, options.closeWithinMs));
    await worker.terminate();
  };
  const memory = async (): Promise<ThreadMemory> => toThreadMemory(await worker.getHeapStatistics());
  return new Promise((resolve, reject) => {
    caller.onWord((word) => {
      if (word === "ready") resolve({ caller, failed, memory, close });
    });
    void failed.then(reject);
  });
}
