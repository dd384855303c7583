import type { ActionBatch } from "../action-batch.ts";
import type { ActionAppender, AppendOutcome } from "../action-writer.ts";

export type QueueOutcome = AppendOutcome | { readonly kind: "failed"; readonly code: "queue_full" };

/** What is on its way to the log, of all requests together. */
export interface AppendQueue {
  readonly isFull: () => boolean;
  append(batch: ActionBatch): Promise<QueueOutcome>;
}

/** Refuses where more than `bytesMax` are on their way: what waits costs memory, and whoever sends has to hear of it. */
export function createAppendQueue(appender: Pick<ActionAppender, "append">, bytesMax: number): AppendQueue {
  let bytes = 0;
  return {
    isFull: () => bytes >= bytesMax,
    async append(batch) {
      if (bytes >= bytesMax) return { kind: "failed", code: "queue_full" };
      // The batch may be gone to another thread by the time of the answer.
      const size = batch.bytes.byteLength;
      bytes += size;
      try {
        return await appender.append(batch);
      } finally {
        bytes -= size;
      }
    },
  };
}
