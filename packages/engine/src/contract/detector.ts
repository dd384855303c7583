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
  /** The whole state as bytes, to hand to `createDetector` later; continuing from it changes no finding. */
  snapshot(): Uint8Array;
}
