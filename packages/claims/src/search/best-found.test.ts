import fc from "fast-check";
import { expect, it } from "vitest";
import { BestFound } from "./best-found.ts";

type Scored = { readonly document: number; readonly score: number; readonly stands: boolean };

const blockLength = 512;

/** The slow way: all that stand, sorted, cut. */
function findByReference(all: readonly Scored[], count: number) {
  return all
    .filter(({ stands }) => stands)
    .toSorted((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, count)
    .map(({ document, score }) => ({ document, score }));
}

/** Many scores of few sizes and few of many, so that equal ones stand on both sides of the cut. */
const score = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.float({ min: Math.fround(0.01), max: 400, noNaN: true }));
const scored = fc
  .uniqueArray(fc.tuple(fc.nat(4 * blockLength - 1), score, fc.integer({ min: 0, max: 9 })), {
    minLength: 0,
    maxLength: 1500,
    size: "max",
    selector: ([document]) => document,
  })
  .map((rows) =>
    rows.map(([document, value, dead]): Scored => ({ document, score: Math.fround(value), stands: dead > 0 })),
  );

it("BestFound keeps what sorting all of them would, in whatever order and stretches they are seen", () => {
  const best = new BestFound();
  fc.assert(
    fc.property(scored, fc.integer({ min: 1, max: 100 }), (all, count) => {
      const bits = new Int32Array(blockLength);
      const scores = new Float32Array(bits.buffer);
      const slots = new Int32Array(blockLength + 1);
      const alive = new Uint8Array(4 * blockLength).fill(1);
      for (const { document, stands } of all) alive[document] = Number(stands);
      best.begin(count);
      for (let from = 0; from < alive.length; from += blockLength) {
        const block = all.filter(({ document }) => document >= from && document < from + blockLength);
        for (const [i, one] of block.entries()) {
          slots[i] = one.document - from;
          scores[one.document - from] = one.score;
        }
        best.see({ bits, slots, alive }, from, block.length);
        expect(scores.every((left) => left === 0)).toBe(true);
      }
      expect(best.take()).toEqual(findByReference(all, count));
    }),
    { seed: 3, numRuns: 300 },
  );
});
