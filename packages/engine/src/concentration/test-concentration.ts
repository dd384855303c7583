import type { ConcentrationEvidence, ConcentrationTrait } from "../contract/findings.ts";
import type { FamilyTest } from "../contract/family-test.ts";
import type { ActionTable } from "../contract/table.ts";
import { countEffective, countGroupValues, testHolders, type GroupValue, type Holders } from "../math/holders.ts";
import { createRandom } from "../math/random.ts";
import { concentrationTraits, type Places } from "./places.ts";

export type TraitTest = {
  readonly trait: ConcentrationTrait;
  readonly p: number;
  /** P(exactly as concentrated), for randomised p-values in calibration; decisions use `p`. */
  readonly pAt: number;
  /** Share of the members that hold a value which no more accounts outside the group hold than inside. */
  readonly ownShare: number;
  readonly evidence: ConcentrationEvidence;
};

export type ConcentrationTest = { readonly test: FamilyTest; readonly traits: readonly TraitTest[] };

const membersMin = 3;
/** Accounts outside the group for each one in it. */
const outsideMin = 3;
const barsMax = 8;
/** Where fewer members hold anything of the group's own, its places are public: a carrier, a town, a scheduler. */
const ownShareMin = 0.3;
const draws = 64;

/**
 * Is the group held by fewer networks, devices, clients or creation days than as many accounts drawn from the
 * population? The population is all accounts of the window of which the trait is known, the group's own included,
 * drawn without replacement; what a value is *worth* is judged by its share outside the group. The traits depend on
 * one another, so the family's p is the least of them times their number (Bonferroni: valid however they depend).
 * The client is told and does not decide: a firm's scheduler is one client too, and half of a town posts by one app.
 * Nor does the creation day, which is a registration batch and decides as origin: one fact is not two families.
 * `statistic` is the effective number of values of the strongest trait; the trait with the smallest p is it, among
 * those with enough of an effect where there are any. Whether a population was declared at all is for the caller to ask.
 */
export function testConcentration(input: {
  readonly table: ActionTable;
  readonly places: Places;
  readonly members: Int32Array;
  readonly seed: number;
}): ConcentrationTest {
  const { places, members } = input;
  const traits: TraitTest[] = [];
  let known = 0;
  for (const trait of concentrationTraits) {
    const holders = places.traits[trait];
    const inside = members.filter((account) => holders.start[account + 1] > holders.start[account]).length;
    known = Math.max(known, Math.min(inside, Math.floor((holders.accountsKnown - inside) / outsideMin)));
    if (inside < membersMin || holders.accountsKnown - inside < outsideMin * inside) continue;
    const counts = countGroupValues(holders, members);
    const { p, pAt } = testHolders(holders, members);
    const ownShare = measureOwnShare(holders, counts, members) / inside;
    traits.push({ trait, p, pAt, ownShare, evidence: describe({ trait, holders, counts, inside, seed: input.seed }) });
  }
  const deciding = traits.filter(({ trait }) => trait !== "client" && trait !== "creation_day");
  const own = deciding.filter(({ ownShare }) => ownShare >= ownShareMin);
  const strongest = (own.length > 0 ? own : deciding).reduce<TraitTest | null>(
    (best, each) => (best === null || each.p < best.p ? each : best),
    null,
  );
  if (strongest === null) {
    return { test: { kind: "too_little", reason: "accounts_with_known_place", have: known, need: membersMin }, traits };
  }
  const { evidence } = strongest;
  return {
    traits,
    test: {
      kind: "tested",
      statistic: `effective_${strongest.trait}`,
      observed: evidence.effective,
      expected: evidence.effectiveExpected,
      p: Math.min(1, strongest.p * deciding.length),
      effect: { statistic: "members_on_own_places", value: strongest.ownShare, least: ownShareMin },
      rows: listOwnRows(input.table, places, { trait: strongest.trait, members }),
    },
  };
}

/** Members that hold a value of which most holders are members. */
function measureOwnShare(holders: Holders, counts: readonly GroupValue[], members: Int32Array): number {
  const own = listOwnValues(holders, counts);
  return members.filter((account) => {
    for (let slot = holders.start[account]; slot < holders.start[account + 1]; slot += 1) {
      if (own.has(holders.values[slot])) return true;
    }
    return false;
  }).length;
}

/** Values that at least two members hold, and no more accounts outside the group than inside. */
function listOwnValues(holders: Holders, counts: readonly GroupValue[]): ReadonlySet<number> {
  return new Set(
    counts.filter(({ value, held }) => held > 1 && holders.held[value] <= 2 * held).map(({ value }) => value),
  );
}

type Described = {
  readonly trait: ConcentrationTrait;
  readonly holders: Holders;
  readonly counts: readonly GroupValue[];
  readonly inside: number;
  readonly seed: number;
};

function describe({ trait, holders, counts, inside, seed }: Described): ConcentrationEvidence {
  const held = counts.reduce((sum, count) => sum + count.held, 0);
  return {
    trait,
    effective: countEffective(counts.map((count) => count.held)),
    effectiveExpected: expectEffective(holders, held, seed),
    accountsKnown: inside,
    bars: counts.slice(0, barsMax).map((count, i) => ({
      label: `${trait} ${i + 1}`,
      group: count.held / Math.max(inside, 1),
      population: (holders.held[count.value] - count.held) / Math.max(holders.accountsKnown - inside, 1),
    })),
  };
}

/** Mean over seeded draws of as many holdings, for display: the p-value does not rest on it. */
function expectEffective(holders: Holders, held: number, seed: number): number {
  const random = createRandom(seed);
  const most = Math.min(held, 2000);
  let sum = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = new Map<number, number>();
    const taken = new Set<number>();
    while (taken.size < most) {
      const slot = Math.floor(random() * holders.total);
      if (taken.has(slot)) continue;
      taken.add(slot);
      counts.set(holders.values[slot], (counts.get(holders.values[slot]) ?? 0) + 1);
    }
    sum += countEffective([...counts.values()]);
  }
  return sum / draws;
}

/** Actions of members through values of the group's own: who merely shares a carrier with it carries nothing. */
function listOwnRows(
  table: ActionTable,
  places: Places,
  of: { readonly trait: ConcentrationTrait; readonly members: Int32Array },
): Int32Array {
  const holders = places.traits[of.trait];
  const own = listOwnValues(holders, countGroupValues(holders, of.members));
  const { start, index } = places.rows;
  const rows: number[] = [];
  for (const account of of.members) {
    for (let slot = start[account]; slot < start[account + 1]; slot += 1) {
      const row = index[slot];
      const value = of.trait === "creation_day" ? (holders.values[holders.start[account]] ?? -1) : table[of.trait][row];
      if (own.has(value)) rows.push(row);
    }
  }
  return Int32Array.from(rows).sort();
}
