import type { Mixture } from "./member-mixture.ts";
import type { TouchKind } from "./touch-pool.ts";

const touchedMax = 12;

/** `estimateMembers()` touch by touch, as one would write it first. */
export function estimateMembersSlowly(pool: readonly (readonly TouchKind[])[]): Mixture {
  const share = new Float64Array(touchedMax + 1).fill(0.5);
  let inWindow = 0.9;
  for (let round = 0; round < 60; round += 1) {
    const [sum, count] = [new Float64Array(touchedMax + 1), new Float64Array(touchedMax + 1)];
    let [inStep, touched] = [0, 0];
    for (const touches of pool) {
      const stratum = Math.min(touches.length, touchedMax);
      const before = share[stratum];
      const posterior = 1 / (1 + Math.exp(Math.log((1 - before) / before) - logRatioSlowly(touches, inWindow)));
      sum[stratum] += posterior;
      count[stratum] += 1;
      touched += posterior * touches.length;
      for (const touch of touches) if (touch.isIn) inStep += posterior;
    }
    for (let t = 1; t <= touchedMax; t += 1) share[t] = (sum[t] + 0.5) / (count[t] + 1);
    inWindow = Math.min(0.98, Math.max(0.6, (inStep + 9) / (touched + 10)));
  }
  return { inWindow, shareOf: (touched) => share[Math.min(touched, touchedMax)] };
}

export function logRatioSlowly(touches: readonly TouchKind[], inWindow: number): number {
  let sum = 0;
  for (const { isIn, rate, weight } of touches) {
    const ratio = rate >= inWindow ? 1 : isIn ? inWindow / rate : (1 - inWindow) / (1 - rate);
    sum += Math.log(1 - weight + weight * ratio);
  }
  return sum;
}
