import type { Findings } from "@breakwater/engine";
import type { Rhythm } from "../rhythm/rhythm.ts";
import type { DetectorIdentity } from "./live-options.ts";

/** What one judgement found, as it goes from the judge to the stores. Plain data. */
export type JudgedEpoch = {
  /** When the epoch ended, event time: its id. Rises from one epoch to the next. */
  readonly end: number;
  readonly epochMs: number;
  /** The log's record that ended it. */
  readonly offset: number;
  readonly detector: DetectorIdentity;
  /** Ids of actions are keys, see `toActionKey`. */
  readonly findings: Findings;
  /** Of the community as a whole, within the window. */
  readonly rhythm: Rhythm;
  /** In the first judgement of each day of event time: accounts that were not flagged, drawn for people to look at. */
  readonly audit: AuditDraw | null;
};

/** An even sample of those who acted in the day before `end` and are in no group. */
export type AuditDraw = {
  /** How many they were, and how many of them were drawn. */
  readonly eligible: number;
  readonly drawn: readonly { readonly account: string; readonly actions: number }[];
};

/** Takes what the judge found. The judge delivers each epoch at least once, in their order. */
export interface FindingsSink {
  /** End of the newest epoch taken; null before the first. */
  takenTo(): Promise<number | null>;
  /** Durable once it resolves. An epoch at or before `takenTo` has no effect: nothing is told twice. */
  take(epoch: JudgedEpoch): Promise<void>;
}
