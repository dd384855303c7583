import { describe, expect, it } from "vitest";
import { createTestSigner, primitives } from "../testing/primitives.ts";
import { createSampleLog, sampleLeaves, sampleOrigin, sampleSigner } from "../testing/sample-log.ts";
import { tamperings } from "../testing/tamper.ts";
import { runTamperTrials } from "../testing/tamper-trial.ts";
import { verifyBundle } from "./verify-bundle.ts";

// Every position of a log of 1,000 entries is in tampering.slow.test.ts.
describe("an operator who rewrites the log and signs it anew", () => {
  const trials = runTamperTrials({ size: 60, outsideSize: 40, positions: Array.from({ length: 60 }, (_, i) => i) });

  it("is found out wherever the rewriting begins below the outside checkpoint", () => {
    const below = trials.filter(({ isBelow }) => isBelow);
    // The swap of the last entry is with the first.
    expect(below).toHaveLength(6 * 40 + 1);
    expect(below.filter(({ isDetected }) => !isDetected)).toEqual([]);
  });

  it("is not found out above it, which nobody can do and docs/ledger.md says", () => {
    const above = trials.filter(({ isBelow }) => !isBelow);
    expect(above).toHaveLength(6 * 20 - 1);
    expect(above.filter(({ isDetected }) => isDetected)).toEqual([]);
  });

  it("is not found out at all by a reader who holds no checkpoint", () => {
    for (const tamper of Object.values(tamperings)) {
      const zip = createSampleLog(tamper(sampleLeaves(20), 5)).bundle([]);
      expect(verifyBundle(zip, { ...primitives, trustedKeys: [sampleSigner.key] }).ok).toBe(true);
    }
  });
});

it("somebody without the key cannot even sign it", () => {
  const stranger = createTestSigner(sampleOrigin, 5);
  const zip = createSampleLog(tamperings.flip(sampleLeaves(20), 5), [stranger]).bundle([]);
  expect(verifyBundle(zip, { ...primitives, trustedKeys: [sampleSigner.key] })).toMatchObject({
    ok: false,
    fault: { kind: "untrusted_key" },
  });
});
