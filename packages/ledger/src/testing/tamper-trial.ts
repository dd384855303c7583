import { verifyBundle } from "../verifier/verify-bundle.ts";
import { primitives } from "./primitives.ts";
import { createSampleLog, sampleLeaves, sampleSigner } from "./sample-log.ts";
import { tamperingKinds, tamperings, type TamperingKind } from "./tamper.ts";

export type TamperTrial = {
  readonly kind: TamperingKind;
  readonly at: number;
  /** Whether the tampered log differs from the honest one below the size of the outside checkpoint. */
  readonly isBelow: boolean;
  readonly isDetected: boolean;
};

/**
 * The operator rewrites an honest log at one position, signs it anew and hands out the best bundle there is: every proof is right
 * for the new tree, and the consistency proof is offered both to the checkpoint that the reader holds and to a re-signed one.
 */
export function runTamperTrials(options: {
  readonly size: number;
  readonly outsideSize: number;
  readonly positions: readonly number[];
}): readonly TamperTrial[] {
  const honest = sampleLeaves(options.size);
  const outside = createSampleLog(honest).noteAt(options.outsideSize);
  const trials: TamperTrial[] = [];
  for (const kind of tamperingKinds) {
    for (const at of options.positions) {
      const leaves = tamperings[kind](honest, at);
      const firstChange = honest.findIndex(
        (leaf, i) => leaves[i] === undefined || Buffer.compare(leaf, leaves[i]) !== 0,
      );
      trials.push({
        kind,
        at,
        isBelow: firstChange !== -1 && firstChange < options.outsideSize,
        isDetected: !passes(leaves, outside, options.outsideSize),
      });
    }
  }
  return trials;
}

function passes(leaves: readonly Uint8Array[], outside: Uint8Array, outsideSize: number): boolean {
  if (leaves.length === 0) return false;
  const log = createSampleLog(leaves);
  const olders = leaves.length < outsideSize ? [[]] : [[outside], [log.noteAt(outsideSize)]];
  return olders.some((older) => {
    const judged = verifyBundle(log.bundle([], { older }), {
      ...primitives,
      trustedKeys: [sampleSigner.key],
      outside: [{ name: "held", bytes: outside }],
    });
    return judged.ok;
  });
}
