import type { ActionBatch, BatchOutcome } from "./action-batch.ts";

/** How far the log's event time has come: milliseconds since 1970 UTC, 0 where there was nothing yet. */
export type LogProgress = {
  /** The latest time of an action that was ever stored. */
  readonly maxAt: number;
  /** The latest watermark. */
  readonly watermark: number;
};

/** An edit or a deletion, wherever the action itself is by now. */
export type ActionChange = {
  readonly offset: number;
  readonly kind: "edit" | "deletion";
  readonly source: string;
  readonly id: string;
};

/** What the log's own thread uses beside `ActionLog`. */
export interface BatchLog {
  /** `append` for actions that were encoded elsewhere. */
  appendBatch(batch: ActionBatch, at: number): Promise<BatchOutcome>;
  /** Edits and deletions behind `offset`, ascending, at most `limit`. Cost: theirs alone, however many actions are between. */
  readChanges(offset: number, limit: number): Promise<readonly ActionChange[]>;
  /**
   * Once it resolves, no byte of what was edited or removed before stands in any file of the log. Costs some fsyncs: call it
   * after an erasure, and else every minute or so. Fails while another process still reads an older state.
   */
  dropDeleted(): Promise<void>;
  /** Survives restarts and `deleteBefore`. */
  progress(): Promise<LogProgress>;
}
