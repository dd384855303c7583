import type { LimitReached } from "../contract/findings.ts";
import type { EngineLimits, EngineOptions } from "../contract/options.ts";
import type { Layer } from "../contract/table.ts";
import type { Candidate } from "./candidate.ts";
import { findCommunities, type CommunityOptions } from "./communities.ts";
import { holdGroups, type CandidateSet, type HeldGroup } from "./hold-groups.ts";
import { toIncidence, type Incidence } from "./incidence.ts";
import { measureLockstep } from "./lockstep-rates.ts";
import { planLockstep, planStrata } from "./plan-tests.ts";
import { findTravellers, type TravellerOptions } from "./travellers.ts";

export type LayerGroup = { readonly layer: Layer; readonly incidence: Incidence; readonly held: HeldGroup };

export type CoAction = {
  readonly groups: readonly LayerGroup[];
  /** Candidates tested over all layers: the denominator of e-BH. */
  readonly tests: number;
  readonly limits: readonly LimitReached[];
};

/** Largest object whose sharers are tied all to all; on larger ones, others on each side in a ring. */
const allTiedMax = 15;
const ringTies = 2;
/** Log of the surplus probability from which two cells are a seed. */
const seedLogTail = Math.log(1e-5);
const joinShare = 0.4;
const resolutions: readonly number[] = [1, 10];
export const cellShareMax = 0.6;
const episodeMs = 3_600_000;
const episodeWindows = 8;

/**
 * Finds the groups of accounts whose co-action is unlikely by chance, layer by layer: candidates on who touched what,
 * tests on when, one e-BH over every candidate of every layer.
 * Cost: near-linear in the rows; hot objects cost their rows, busy accounts the square of at most `accountCellsMax` cells.
 */
export function findCoAction(
  layers: readonly Layer[],
  context: { readonly accountCount: number; readonly tickMs: number; readonly options: EngineOptions },
): CoAction {
  const { options, tickMs } = context;
  const limits = new Map<string, LimitReached>();
  const plans = layers
    .filter((layer) => layer.objectCount >= 2)
    .map((layer) => {
      const incidence = toIncidence(layer, context.accountCount);
      return { layer, incidence, sets: listCandidates(incidence, { tickMs, options, limits }) };
    });
  const tests = plans.reduce((sum, plan) => sum + countCandidates(plan.sets), 0);
  const groups = plans.flatMap(({ layer, incidence, sets }) =>
    holdGroups(sets, {
      fdr: options.fdr,
      accountFdr: options.accountFdr,
      anchorsMax: options.limits.anchorsMax,
      episodeMs,
      episodeWindows,
      tests,
    }).map((held) => ({ layer, incidence, held })),
  );
  return { groups, tests, limits: [...limits.values()] };
}

function countCandidates(sets: readonly CandidateSet[]): number {
  return sets.reduce((sum, set) => sum + set.candidates.length, 0);
}

type Context = {
  readonly tickMs: number;
  readonly options: EngineOptions;
  readonly limits: Map<string, LimitReached>;
};

/** Candidates on the whole objects of an incidence, for a test that does not look at time. */
export function listWholeCandidates(incidence: Incidence, options: EngineOptions): readonly Candidate[] {
  const communities = findCommunities(incidence, { ...toCommunityOptions(options), cellShareMax: 1 });
  return [...findTravellers(incidence, toTravellerOptions(options)).candidates, ...communities.candidates];
}

function toTravellerOptions({ limits }: EngineOptions): TravellerOptions {
  return {
    accountCellsMax: limits.accountCellsMax,
    pairsMax: limits.cellPairsMax,
    accountsMin: 3,
    logTailMax: seedLogTail,
    candidatesMax: limits.candidatesMax,
    joinShare,
  };
}

function toCommunityOptions({ limits, seed }: EngineOptions): CommunityOptions {
  return {
    objectRowsMax: limits.tiedRowsMax,
    allTiedMax,
    ringTies,
    tiesMax: limits.tiesMax,
    resolutions,
    cellShareMax,
    seed,
  };
}

function listCandidates(incidence: Incidence, context: Context): readonly CandidateSet[] {
  const { options } = context;
  const sets: CandidateSet[] = planStrata(incidence, context.tickMs).map((plan) => {
    const found = findTravellers(plan.incidence, toTravellerOptions(options));
    countLimit(context, "accountCellsMax", found.accountsCut);
    countLimit(context, "cellPairsMax", found.pairsCut);
    countLimit(context, "candidatesMax", found.seedsCut);
    return { ...plan, candidates: found.candidates, rates: null };
  });
  const scales = planLockstep(context.tickMs);
  const communities = findCommunities(incidence, toCommunityOptions(options));
  countLimit(context, "tiedRowsMax", communities.objectsLarge);
  countLimit(context, "tiesMax", communities.objectsCut);
  sets.push({ incidence, scales, candidates: communities.candidates, rates: measureLockstep(incidence, scales) });
  return sets;
}

function countLimit({ limits, options }: Context, limit: keyof EngineLimits, times: number): void {
  if (times === 0) return;
  limits.set(limit, { limit, value: options.limits[limit], times: (limits.get(limit)?.times ?? 0) + times });
}
