import type { Action } from "@breakwater/records";
import type { Findings } from "./findings.ts";

/**
 * The engine's door. It owns its state and is deterministic: the same actions give the same findings to the byte,
 * whatever the order of equal-time ones, however they are cut into pushes, and across a snapshot.
 */
export interface Detector {
  /**
   * Takes validated actions in any order. Those older than the watermark less `latenessMs` are counted and left out.
   * Cost: linear in the text and objects of the actions.
   */
  push(actions: readonly Action[]): void;
  /**
   * Says that no action at or before `watermark` (ms) is still to come, and judges every epoch that thereby ended.
   * With `epochMs` infinite, one judgement is made, when `watermark` is infinite.
   */
  advance(watermark: number): readonly Findings[];
  /** Ends of the epochs that `advance(watermark)` would judge, ascending. Cost: linear in the actions held. */
  listEpochs(watermark: number): readonly number[];
  /** Moves on as `advance` does, to the byte of the state, and judges nothing: for epochs whose findings are known. */
  skip(watermark: number): void;
  /**
   * From now on as if the actions with these ids had never been pushed: no text of theirs is left, neither here nor in later snapshots.
   * Counts of what was late or cut stay. Cost: linear in the actions held, however many ids; so call it with many at once.
   */
  forget(ids: ReadonlySet<string>): void;
  /**
   * From now on as if those of these actions whose ids are held had been pushed as they are here, however late it is; the others are
   * left out. Nothing of how they were stays. Cost: as `forget`.
   */
  amend(actions: readonly Action[]): void;
  /** Actions of each account with `from < at <= to`, accounts in no telling order. Cost: linear in the actions held. */
  countActions(from: number, to: number): ReadonlyMap<string, number>;
  /** Actions held in each whole step of `stepMs` with `from <= at < to`, the first step at `from`. Cost: linear in the actions held. */
  countSteps(from: number, to: number, stepMs: number): readonly number[];
  /** The whole state as bytes, to hand to `createDetector` later; continuing from it changes no finding. */
  snapshot(): Uint8Array;
}
