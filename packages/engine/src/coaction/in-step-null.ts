import { logBetaBinomial, logBetaBinomialWhole, logHypergeometric } from "../math/distributions.ts";
import type { LockstepPrior } from "./lockstep-rates.ts";

/** One cell seen from one anchor: of `members` other members `inside` are in the window, of `outsiders` `outsidersIn`. */
export type WindowCount = {
  readonly members: number;
  readonly inside: number;
  readonly outsiders: number;
  readonly outsidersIn: number;
};

/** Outsiders per member from which the cell's own rows decide, and the exact permutation null is used. */
const outsidersPerMember = 3;

/** Shape of cells in lockstep: nearly every sharer within the window. */
const lockstepShape = 9;

/**
 * Log probability that as many members are in the window, were they like anybody else.
 *
 * With enough outsiders this is the permutation null, exactly: hypergeometric. Where members are most of the cell it is
 * what honest cells of that size show: a mixture of cells in lockstep and loose ones, updated by the outsiders there are.
 * Without a prior the exact form is used always.
 */
export function logNull(count: WindowCount, prior: LockstepPrior | null): number {
  const { members, inside, outsiders, outsidersIn } = count;
  if (prior === null || outsiders >= outsidersPerMember * (members + 1)) {
    return logHypergeometric(inside, members, inside + outsidersIn, members + outsiders);
  }
  const mix = updateMixture(outsiders, outsidersIn, prior);
  const outsidersOut = outsiders - outsidersIn;
  const locked = logBetaBinomialWhole(inside, members, lockstepShape + outsidersIn, 1 + outsidersOut);
  const loose = logBetaBinomial(inside, members, 1 + outsidersIn, mix.looseBeta + outsidersOut);
  return Math.log(mix.locked * Math.exp(locked) + (1 - mix.locked) * Math.exp(loose));
}

/** Probability that one more row, like anybody else's, falls within the window. */
export function outsiderRate(outsiders: number, outsidersIn: number, prior: LockstepPrior | null): number {
  if (prior === null) return (outsidersIn + 1) / (outsiders + 2);
  const mix = updateMixture(outsiders, outsidersIn, prior);
  const locked = (lockstepShape + outsidersIn) / (lockstepShape + 1 + outsiders);
  const loose = (1 + outsidersIn) / (1 + mix.looseBeta + outsiders);
  return mix.locked * locked + (1 - mix.locked) * loose;
}

function updateMixture(
  outsiders: number,
  outsidersIn: number,
  prior: LockstepPrior,
): { readonly locked: number; readonly looseBeta: number } {
  const looseBeta = 1 / prior.looseRate - 1;
  if (outsiders === 0) return { locked: prior.lockstepShare, looseBeta };
  const locked = Math.log(prior.lockstepShare) + logBetaBinomialWhole(outsidersIn, outsiders, lockstepShape, 1);
  const loose = Math.log(1 - prior.lockstepShare) + logBetaBinomial(outsidersIn, outsiders, 1, looseBeta);
  return { locked: 1 / (1 + Math.exp(loose - locked)), looseBeta };
}
