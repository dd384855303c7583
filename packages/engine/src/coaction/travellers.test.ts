import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stratify, toIncidence } from "./incidence.ts";
import { arbitraryLayer, buildLayer } from "./testing/build-layer.ts";
import { findTravellers, type TravellerOptions } from "./travellers.ts";
import { findTravellersSlowly } from "./travellers.reference.ts";

const accountCount = 12;
const options: TravellerOptions = {
  accountCellsMax: 1000,
  pairsMax: 1e9,
  accountsMin: 2,
  logTailMax: Math.log(0.5),
  candidatesMax: 1000,
  joinShare: 0.4,
};
const toPlain = (
  candidates: readonly { readonly accounts: Int32Array; readonly cells: Int32Array }[],
): readonly object[] => candidates.map(({ accounts, cells }) => ({ accounts: [...accounts], cells: [...cells] }));

/** Three accounts on the first `shared` objects, each with three more of its own. */
function travelTogether(shared: number): ReturnType<typeof toIncidence> {
  const objects = Array.from({ length: 20 }, (_, object) => [
    ...(object < shared ? [0, 1, 2] : []),
    3 + 3 * object,
    4 + 3 * object,
    5 + 3 * object,
  ]);
  return toIncidence(buildLayer(objects.map((accounts) => accounts.map((account) => ({ account, at: 0 })))), 64);
}

describe("findTravellers()", () => {
  const anyLayer = arbitraryLayer({ accounts: accountCount, objects: 9, rows: 6, lastAt: 30 });

  it("finds what comparing every two cells finds, in the same order", () => {
    let found = 0;
    fc.assert(
      fc.property(anyLayer, fc.constantFrom(0.3, 0.4, 0.7, 1), fc.boolean(), (layer, joinShare, isCut) => {
        const whole = toIncidence(layer, accountCount);
        const incidence = isCut ? stratify(whole, 15, 0) : whole;
        const { candidates } = findTravellers(incidence, { ...options, joinShare });
        expect(toPlain(candidates)).toEqual(toPlain(findTravellersSlowly(incidence, { ...options, joinShare })));
        found += candidates.length;
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it("looks at who touched what and never at when", () => {
    const at = fc.infiniteStream(fc.nat(1000));
    fc.assert(
      fc.property(anyLayer, at, (layer, times) => {
        const moved = { ...layer, at: Float64Array.from(layer.at, () => times.next().value ?? 0) };
        const [still, other] = [layer, moved].map((one) => findTravellers(toIncidence(one, accountCount), options));
        expect(toPlain(other.candidates)).toEqual(toPlain(still.candidates));
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it("takes three who travel together over four objects for one candidate", () => {
    const { candidates } = findTravellers(travelTogether(4), {
      ...options,
      accountsMin: 3,
      logTailMax: Math.log(0.01),
    });
    expect(toPlain(candidates)).toEqual([{ accounts: [0, 1, 2], cells: [0, 1, 2, 3] }]);
  });

  it("takes at most as many candidates as allowed, and counts the seeds that it did not look at", () => {
    const pairs = Array.from({ length: 12 }, (_, i) => [3 * (i >> 1), 3 * (i >> 1) + 1, 3 * (i >> 1) + 2]);
    const layer = buildLayer(pairs.map((accounts) => accounts.map((account) => ({ account, at: 0 }))));
    const found = findTravellers(toIncidence(layer, 18), { ...options, logTailMax: Math.log(0.9), candidatesMax: 1 });
    expect(found.candidates).toHaveLength(1);
    expect(found.seedsCut).toBeGreaterThan(0);
  });
});
