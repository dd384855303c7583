import { expect, it } from "vitest";
import { runTamperTrials } from "../testing/tamper-trial.ts";

it("flip, delete, swap, insert, truncate, re-sign at every position of a log of 1,000: seen below the outside checkpoint, never above", () => {
  const size = 1000;
  const outsideSize = 700;
  const trials = runTamperTrials({ size, outsideSize, positions: Array.from({ length: size }, (_, i) => i) });
  expect(trials).toHaveLength(6 * size);
  expect(trials.filter(({ isBelow, isDetected }) => isBelow !== isDetected)).toEqual([]);
  expect(trials.filter(({ isBelow }) => isBelow)).toHaveLength(6 * outsideSize + 1);
});
