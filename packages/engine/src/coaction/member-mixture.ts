import type { TouchPool } from "./touch-pool.ts";

export type Mixture = {
  /** Probability that a member is in the window. */
  readonly inWindow: number;
  /** Share of members among the accounts that touch so many cells. */
  readonly shareOf: (touched: number) => number;
};

const touchedMax = 12;
const rounds = 60;

/**
 * Expectation–maximisation of the members' share among accounts on as many cells, and of their rate of being in step.
 * Accounts of one pattern are alike, so a round takes its logarithms and exponentials for each pattern; the sums run over accounts in their order,
 * so that they are those of `estimateMembersSlowly` to the bit. Cost: up to 60 rounds of a few additions an account.
 */
export function estimateMembers(pool: TouchPool): Mixture {
  const share = new Float64Array(touchedMax + 1).fill(0.5);
  const odds = new Float64Array(touchedMax + 1);
  const sum = new Float64Array(touchedMax + 1);
  const { patterns, patternOf } = pool;
  const posterior = new Float64Array(patterns.count);
  const touchedBy = new Float64Array(patterns.count);
  const stratum = patterns.touches.map((touches) => Math.min(touches, touchedMax));
  const count = new Float64Array(touchedMax + 1);
  for (const pattern of patternOf) count[stratum[pattern]] += 1;
  let inWindow = 0.9;
  for (let round = 0; round < rounds; round += 1) {
    const ratios = ratiosOfPatterns(pool, inWindow);
    for (let t = 0; t <= touchedMax; t += 1) odds[t] = logOdds(share[t]);
    for (let pattern = 0; pattern < patterns.count; pattern += 1) {
      posterior[pattern] = 1 / (1 + Math.exp(odds[stratum[pattern]] - ratios[pattern]));
      touchedBy[pattern] = posterior[pattern] * patterns.touches[pattern];
    }
    sum.fill(0);
    let [inStep, touched] = [0, 0];
    for (const pattern of patternOf) {
      sum[stratum[pattern]] += posterior[pattern];
      touched += touchedBy[pattern];
      for (let step = patterns.inStep[pattern]; step > 0; step -= 1) inStep += posterior[pattern];
    }
    let isSettled = true;
    const settle = (before: number, now: number): number => {
      isSettled &&= before === now;
      return now;
    };
    for (let t = 1; t <= touchedMax; t += 1) share[t] = settle(share[t], (sum[t] + 0.5) / (count[t] + 1));
    inWindow = settle(inWindow, Math.min(0.98, Math.max(0.6, (inStep + 9) / (touched + 10))));
    if (isSettled) break;
  }
  return { inWindow, shareOf: (touched) => share[Math.min(touched, touchedMax)] };
}

/** Log odds of chance against membership, before anything was seen. */
export function logOdds(share: number): number {
  return Math.log((1 - share) / share);
}

/** Log likelihood ratio of each pattern, membership against chance. */
export function ratiosOfPatterns(pool: TouchPool, inWindow: number): Float64Array {
  const { count, before, kind } = pool.patterns;
  const logs = logsOfKinds(pool, inWindow);
  const ratios = new Float64Array(count);
  for (let pattern = 0; pattern < count; pattern += 1) {
    ratios[pattern] = (before[pattern] === -1 ? 0 : ratios[before[pattern]]) + logs[kind[pattern]];
  }
  return ratios;
}

function logsOfKinds({ kinds }: TouchPool, inWindow: number): Float64Array {
  const logs = new Float64Array(kinds.length);
  for (let k = 0; k < kinds.length; k += 1) {
    const { isIn, rate, weight } = kinds[k];
    const ratio = rate >= inWindow ? 1 : isIn ? inWindow / rate : (1 - inWindow) / (1 - rate);
    logs[k] = Math.log(1 - weight + weight * ratio);
  }
  return logs;
}
