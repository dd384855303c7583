import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, shuffleInPlace } from "../math/random.ts";
import { createCellViewer, type CellView } from "./cell-view.ts";
import { weighGroup, type EvidenceOptions } from "./group-evidence.ts";
import { weighGroupSlowly } from "./group-evidence.reference.ts";
import { toIncidence } from "./incidence.ts";
import { measureLockstep, priorsWithout } from "./lockstep-rates.ts";
import { buildLayer, type Row } from "./testing/build-layer.ts";

const options: EvidenceOptions = { scales: [1, 4], anchorsMax: 64, episodeMs: 100, episodeWindows: 30, priors: null };

function toCell(at: readonly number[], members: readonly number[]): CellView {
  const rows = Int32Array.from(at.keys());
  return { cell: 0, at: Float64Array.from(at).sort(), account: rows, rows, members: Int32Array.from(members).sort() };
}

const anyCell = fc.array(fc.nat(30), { minLength: 2, maxLength: 12 }).chain((at) =>
  fc.uniqueArray(fc.nat(at.length - 1), { minLength: 2, maxLength: at.length }).chain((members) =>
    fc.nat(3).map((day) =>
      toCell(
        at.map((time) => time + 70 * day),
        members,
      ),
    ),
  ),
);

/** Every way to choose `count` of the numbers below `n`. */
function listSubsets(n: number, count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  if (n < count) return [];
  return [...listSubsets(n - 1, count), ...listSubsets(n - 1, count - 1).map((subset) => [...subset, n - 1])];
}

/** Every order of the numbers below `n`. */
function listOrders(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return listOrders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, place) => order.toSpliced(place, 0, n - 1)),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("weighGroup()", () => {
  it("is what counting row by row and multiplying gives", () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 6 }), (cells) => {
        const found = weighGroup(cells, options);
        expect(Math.exp(found.logE) / weighGroupSlowly(cells, options)).toBeCloseTo(1, 9);
        expect(found.cells).toBe(cells.filter((cell) => cell.at.length > cell.members.length).length);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("says nothing where the group is all there is, and no yardstick is given", () => {
    expect(weighGroup([toCell([1, 1, 1], [0, 1, 2])], options)).toEqual({ logE: 0, scale: 0, cells: 0 });
  });

  it("rises as the members draw together, and names the scale at which they do", () => {
    const at = Array.from({ length: 60 }, (_, i) => i);
    const scales = [1, 4, 12];
    const weighed = [10, 5, 3, 2, 1].map((stride) => {
      const members = Array.from({ length: 6 }, (_, i) => 5 + i * stride);
      return weighGroup([toCell(at, members)], { ...options, scales });
    });
    const logs = weighed.map((one) => one.logE);
    expect(logs).toEqual(logs.toSorted((a, b) => a - b));
    expect(logs[0]).toBeLessThan(0);
    expect(logs[4]).toBeGreaterThan(3);
    expect(weighed[4].scale).toBe(1);
  });

  it("does not depend on which account is which", () => {
    const plan = fc.uniqueArray(fc.nat(19), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(
        plan,
        fc.array(fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }), { maxLength: 3 }),
        (names, all) => {
          const weigh = (nameOf: (account: number) => number): number => {
            const layer = buildLayer(
              all.map((times) => times.map((at, account) => ({ account: nameOf(account), at }))),
            );
            const accounts = Int32Array.from([0, 1, 2, 3, 4], nameOf).sort();
            const candidate = { accounts, cells: Int32Array.from(all.keys()) };
            return weighGroup(createCellViewer(toIncidence(layer, 20)).view(candidate, null), options).logE;
          };
          expect(weigh((account) => names[account])).toBeCloseTo(
            weigh((account) => account),
            9,
          );
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe("under null A the mean e-value is at most 1", () => {
  it.each([
    { name: "distinct times", at: [0, 2, 3, 5, 8, 13, 14, 15, 21, 22], m: 4 },
    { name: "ticks coarser than the window", at: [0, 0, 0, 0, 9, 9, 9, 18, 18, 27], m: 5 },
    { name: "two of many", at: [0, 0, 0, 1, 1, 2, 2, 4, 9, 11], m: 2 },
    { name: "all but one", at: [0, 1, 2, 3, 9, 9, 9], m: 6 },
  ])("over every choice of the members' rows: $name", ({ at, m }) => {
    const e = listSubsets(at.length, m).map((members) =>
      Math.exp(weighGroup([toCell(at, members)], { ...options, scales: [0, 1, 8] }).logE),
    );
    expect(mean(e)).toBeLessThanOrEqual(1 + 1e-9);
    expect(mean(e)).toBeGreaterThan(0.3);
  });

  it.each([
    { at: [0, 0, 0, 1, 2, 4, 4, 13], m: 2, anchorsMax: 1 },
    { at: [0, 0, 1, 5, 7, 15, 19], m: 3, anchorsMax: 2 },
  ])(
    "over every order of the accounts, with fewer anchors than members: $anchorsMax of $m",
    ({ at, m, anchorsMax }) => {
      const e = listOrders(at.length).map((order) => {
        const members = [...at.keys()].filter((position) => order[position] < m);
        const cell = { ...toCell(at, members), account: Int32Array.from(order) };
        return Math.exp(weighGroup([cell], { ...options, scales: [8], anchorsMax }).logE);
      });
      expect(mean(e)).toBeLessThanOrEqual(1 + 1e-9);
    },
  );

  it.each([
    { name: "of one episode", later: 0 },
    { name: "of two episodes", later: 1000 },
  ])("over every choice in two cells $name", ({ later }) => {
    const [one, other] = [
      [0, 1, 2, 9, 20, 21],
      [0, 0, 5, 6, 30],
    ];
    const choices = listSubsets(6, 3).flatMap((a) => listSubsets(5, 3).map((b) => [a, b] as const));
    const e = choices.map(([a, b]) =>
      Math.exp(
        weighGroup(
          [
            toCell(one, a),
            toCell(
              other.map((at) => at + later),
              b,
            ),
          ],
          options,
        ).logE,
      ),
    );
    expect(mean(e)).toBeLessThanOrEqual(1 + 1e-9);
  });

  const minute = 60_000;
  it.each([
    { name: "plain", tickMs: 1, masked: 0, hasPriors: false },
    { name: "some rows masked", tickMs: 1, masked: 12, hasPriors: false },
    { name: "ticks of ten minutes", tickMs: 10 * minute, masked: 0, hasPriors: false },
    { name: "priors, and outsiders to spare", tickMs: 1, masked: 0, hasPriors: true },
  ])("over 2,000 shuffles of eight cells in four episodes, within three standard errors: $name", (plan) => {
    const { tickMs, masked, hasPriors } = plan;
    const random = createRandom(20_261_124);
    const accounts = Int32Array.from({ length: 50 }, (_, account) => account);
    const objects = Array.from({ length: 8 }, (_, object): readonly Row[] => {
      const hour = (object >> 1) * 7_200_000;
      const skewed = (): number => hour + Math.floor((random() ** 3 * 3_600_000) / tickMs) * tickMs;
      return Array.from(accounts, (account) => ({ account, at: skewed() }));
    });
    const incidence = toIncidence(buildLayer(objects), 50);
    const scales = [0, minute, 10 * minute].filter((scale) => scale === 0 || scale >= tickMs);
    const priors = hasPriors ? priorsWithout(measureLockstep(incidence, scales), []) : null;
    const given = { scales, anchorsMax: 64, episodeMs: 3_600_000, episodeWindows: 8, priors };
    const candidate = { accounts: accounts.slice(0, 6), cells: Int32Array.from(objects.keys()) };
    const viewer = createCellViewer(incidence);
    const e = Array.from({ length: 2000 }, () => {
      for (let o = 0; o < 8; o += 1) shuffleInPlace(incidence.account, random, o * 50, o * 50 + 50);
      const mask = Uint8Array.from(incidence.account, (account) => (account >= 50 - masked ? 1 : 0));
      return Math.exp(weighGroup(viewer.view(candidate, masked === 0 ? null : mask), given).logE);
    });
    const centre = mean(e);
    const error = Math.sqrt(mean(e.map((value) => (value - centre) ** 2)) / e.length);
    expect(error).toBeLessThan(0.15);
    expect(centre).toBeLessThanOrEqual(1 + 3 * error);
  });
});
