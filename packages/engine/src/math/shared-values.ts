import { logHypergeometric } from "./distributions.ts";
import { addIndependent, raiseToPower, startAtZero, type BoundedLaw } from "./bounded-sum.ts";

/**
 * Do accounts share values more than as many drawn from the same population? Each value is scored by how much
 * likelier its count is under its share in the group than under its share outside, so that a value which many
 * outsiders hold (a carrier's address, a campus) counts little by itself, and one account alone counts nothing.
 * The null is exchangeability: the group is any subset of that size of all holders, drawn without replacement, its
 * own included; each value's count is then exactly hypergeometric. The law of the sum treats the values as
 * independent. They are negatively associated, which makes the tail err on the safe side. The sum is convolved in
 * steps with everything beyond the observed sum held in one cell, so that no subtraction limits how deep p can go.
 */
export type ValueClass = {
  /** Holders drawn, holders of the value, and all holders that the draw could have come from. */
  readonly draws: number;
  readonly marked: number;
  readonly total: number;
  /** How many values of the population are of this class. */
  readonly values: number;
};

export type SharedValues = {
  readonly statistic: number;
  readonly expected: number;
  /** P(statistic >= observed), and P(statistic = observed), under the null. */
  readonly p: number;
  readonly pAt: number;
};

const stepNats = 0.25;
const stepsMax = 400;
const negligible = 1e-18;

/** Nats by which `held` of `draws` speak for sharing; 0 below two holders or at no more than the outside share. */
export function scoreSharing(held: number, law: Omit<ValueClass, "values">): number {
  if (held < 2) return 0;
  const outside = (law.marked - held + 1) / (law.total - law.draws + 1);
  const expected = law.draws * outside;
  return held <= expected ? 0 : held * Math.log(held / expected) - held + expected;
}

/**
 * `classes` describe all values of the population, `observed` the counts of those values that the group holds at
 * least twice. Cost: distinct classes × steps², steps <= 400.
 */
export function testSharedValues(
  classes: readonly ValueClass[],
  observed: readonly { readonly held: number; readonly law: Omit<ValueClass, "values"> }[],
): SharedValues {
  const scores = observed.map(({ held, law }) => scoreSharing(held, law));
  const statistic = scores.reduce((sum, score) => sum + score, 0);
  const step = Math.max(stepNats, statistic / stepsMax);
  const reached = scores.reduce((sum, score) => sum + Math.floor(score / step), 0);
  // One cell more than was reached keeps "exactly as much" apart from "more".
  let sum: BoundedLaw = startAtZero(reached + 1);
  let expected = 0;
  for (const each of classes) {
    const { law, mean } = toLaw(each, { step, cells: reached + 1 });
    expected += mean * each.values;
    sum = addIndependent(sum, raiseToPower(law, each.values));
  }
  const pAt = sum.cells[reached] ?? 0;
  return { statistic, expected, p: Math.min(1, pAt + sum.beyond), pAt };
}

/** The law of one value's score in whole steps. */
function toLaw(value: ValueClass, scale: { step: number; cells: number }): { law: BoundedLaw; mean: number } {
  const cells = new Float64Array(scale.cells);
  let beyond = 0;
  let mean = 0;
  let apart = 0;
  const most = Math.min(value.draws, value.marked);
  const mode = (value.draws * value.marked) / value.total;
  for (let held = 2; held <= most; held += 1) {
    const chance = Math.exp(logHypergeometric(held, value.draws, value.marked, value.total));
    const score = scoreSharing(held, value);
    const place = Math.floor(score / scale.step);
    mean += chance * score;
    if (place === 0) continue;
    apart += chance;
    if (place < scale.cells) cells[place] += chance;
    else beyond += chance;
    if (held > mode && chance < negligible * beyond) break;
  }
  cells[0] = 1 - apart;
  return { law: { cells, beyond }, mean };
}
