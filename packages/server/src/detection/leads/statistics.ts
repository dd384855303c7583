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
