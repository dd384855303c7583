/** Bounds of a share at 95%, by Wilson's score interval (J. Am. Stat. Assoc. 22, 1927): right for few and for none. */
export function toWilsonInterval(hits: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.959_963_984_540_054;
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const [centre, scale] = [share + (z * z) / (2 * of), 1 + (z * z) / of];
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === of ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/**
 * P(X >= today), X binomial: of all that came in `pastDays` days and today, how many came today, were the rate the same on each. The exact test of
 * two Poisson rates, which needs no estimate of the rate (Przyborowski and Wilenski, Biometrika 31, 1940). Cost: linear in `today`.
 */
export function testRateJump(today: number, past: number, pastDays: number): number {
  if (today === 0) return 1;
  const trials = today + past;
  const share = 1 / (pastDays + 1);
  // 1 − P(X < today) would lose what is far out; so the tail is summed itself, from its greatest term.
  let logTerm = today * Math.log(share) + past * Math.log1p(-share);
  for (let i = 1; i <= today; i++) logTerm += Math.log((past + i) / i);
  let term = Math.exp(logTerm);
  let sum = 0;
  for (let k = today; k <= trials; k++) {
    sum += term;
    term *= ((trials - k) / (k + 1)) * (share / (1 - share));
  }
  return Math.min(1, sum);
}
