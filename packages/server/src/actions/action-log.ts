import type { Action } from "@breakwater/records";

/** What the log holds, in the order in which it became durable. Offsets rise by at least one and are never given twice. */
export type LogRecord =
  | { readonly offset: number; readonly kind: "action"; readonly source: string; readonly action: Action }
  /** The platform changed the text; the stored action has the new one already. */
  | {
      readonly offset: number;
      readonly kind: "edit";
      readonly source: string;
      readonly id: string;
      readonly action: Action;
    }
  /** The platform (or an erasure) took it away; the stored action is gone already. */
  | { readonly offset: number; readonly kind: "deletion"; readonly source: string; readonly id: string }
  /**
   * No action at or before `at` is to be judged later: written by the log's own clock rule, so that replaying the log gives the
   * same judgements.
   */
  | { readonly offset: number; readonly kind: "watermark"; readonly at: number };

export type Appended = { readonly kind: "stored"; readonly offset: number } | { readonly kind: "duplicate" };

export type KeptAction = { readonly source: string; readonly action: Action };

export type ActionLogStats = {
  readonly actions: number;
  readonly segments: number;
  /** Arrival of the first and last that are kept, to the day of the segment: milliseconds since 1970 UTC; null without any. */
  readonly from: number | null;
  readonly to: number | null;
  /** What the files take, write-ahead log included. */
  readonly bytes: number;
};

export interface ActionLogReader {
  /**
   * Records behind `offset` (0: from the first kept), ascending, at most `limit`; what was edited or deleted since reads as it
   * is now: a deleted action is skipped, and so is its edit.
   */
  read(offset: number, limit: number): Promise<readonly LogRecord[]>;
  /** Offset of the newest record; 0 where there was never one. */
  latest(): Promise<number>;
  close(): void;
}

/** What the platform sent, for as long as it is kept. Every method that changes is durable once it resolves. */
export interface ActionLog extends ActionLogReader {
  /**
   * One answer per action, in order; a (source, id) seen within the horizon is a duplicate and has no effect. Also between the
   * actions of one call. All of a call is stored or, where it fails, nothing.
   */
  append(source: string, actions: readonly Action[], at: number): Promise<readonly Appended[]>;
  appendWatermark(at: number): Promise<number>;
  /** False: it is not kept. */
  edit(source: string, id: string, text: string, at: number): Promise<boolean>;
  remove(source: string, id: string, at: number): Promise<boolean>;
  find(source: string, id: string): Promise<Action | null>;
  /** Everything kept of an account, for subject access. */
  listOfAccount(account: string): AsyncIterable<KeptAction>;
  /** Takes away everything kept of an account, with a deletion for each; how many it were. */
  eraseAccount(account: string, at: number): Promise<number>;
  /** Drops what arrived before `at`: whole segments, whose files are unlinked. */
  deleteBefore(at: number): Promise<{ readonly actions: number; readonly segments: number }>;
  stats(): Promise<ActionLogStats>;
}
