import type { CellView } from "./cell-view.ts";
import { outsiderRate } from "./in-step-null.ts";
import type { LockstepPriors } from "./lockstep-rates.ts";
import { firstAbove, firstAtLeast } from "./sorted-counts.ts";

export type AccountOptions = {
  /** The scale at which the group is tested, as an index and as a half width, ms. */
  readonly scale: number;
  readonly halfWidth: number;
  readonly anchorsMax: number;
  readonly priors: LockstepPriors | null;
};

export type AccountEvidence = {
  readonly account: number;
  /** Cells of the candidate that the account is on, and those where it lies in the others' window. */
  readonly touched: number;
  readonly inStep: number;
  /** Expected of `inStep` were the account's times exchangeable. */
  readonly expected: number;
  /** Natural logarithm of the account's likelihood ratio, in step against exchangeable. */
  readonly logE: number;
  /** Probability that the account is on these cells by chance, given everything else of the group. */
  readonly localFdr: number;
  /** Mean of `localFdr` over this account and all that are surer. */
  readonly q: number;
  /** Its rows in step, as rows of the incidence. */
  readonly rows: readonly number[];
};

/**
 * Weighs each account on any of the cells against the *others*: never by being in the candidate.
 *
 * In each cell the window is the one that surprises most without the account's own row; the account then lies in it or
 * does not. Members do so with probability p (estimated), anybody else with the cell's own rate q. Accounts on as many
 * cells are a mixture of the two with an unknown share of members, estimated by expectation–maximisation, so that the
 * cells' honest audience is measured from itself and not assumed. Returned surest first.
 * Cost: O(rows of cells + accounts × anchors).
 */
export function weighAccounts(cells: readonly CellView[], options: AccountOptions): readonly AccountEvidence[] {
  const touches = new Map<number, Touch[]>();
  for (const cell of cells) {
    for (const touch of listTouches(cell, options)) {
      const held = touches.get(touch.account);
      if (held === undefined) touches.set(touch.account, [touch]);
      else held.push(touch);
    }
  }
  const pool = [...touches.values()];
  return rank(pool, estimateMembers(pool));
}

type Touch = {
  readonly account: number;
  /** In the incidence. */
  readonly row: number;
  readonly isIn: boolean;
  /** Probability of being in the window for anybody else. */
  readonly rate: number;
  /** Probability that the others of the group act in step on this cell at all. */
  readonly weight: number;
};

type Anchor = { readonly position: number; readonly low: number; readonly high: number; readonly inside: number };

function listTouches(cell: CellView, options: AccountOptions): readonly Touch[] {
  const { at, members } = cell;
  const m = members.length;
  const count = Math.min(m, options.anchorsMax);
  const anchors: Anchor[] = [];
  for (let k = 0; k < count; k += 1) {
    const position = members[Math.floor((k * m) / count)];
    const low = firstAtLeast(at, at[position] - options.halfWidth);
    const high = firstAbove(at, at[position] + options.halfWidth);
    anchors.push({ position, low, high, inside: firstAtLeast(members, high) - firstAtLeast(members, low) });
  }
  const isMember = new Uint8Array(at.length);
  for (const position of members) isMember[position] = 1;
  const outsiders = at.length - m;
  const ranked = rankAnchors(anchors, m, outsiders);
  const rankedForMember = rankAnchors(anchors, m - 1, outsiders);
  const prior = options.priors === null ? null : options.priors.priorOf(at.length, options.scale);
  const touches: Touch[] = [];
  for (let row = 0; row < at.length; row += 1) {
    const best =
      isMember[row] === 0 ? ranked[0]?.anchor : findBestWithout(rankedForMember, row, { members: m - 1, outsiders });
    if (best === undefined) continue;
    const isIn = row >= best.low && row < best.high;
    const own = isMember[row];
    const outside = outsiders - (1 - own);
    const outsideIn = best.high - best.low - best.inside - (isIn ? 1 - own : 0);
    const rate = outsiderRate(outside, outsideIn, prior);
    const others = { members: m - own - 1, inside: best.inside - 1 - (isIn ? own : 0) };
    touches.push({ account: cell.account[row], row: cell.rows[row], isIn, rate, weight: weightOf(others, rate, m) });
  }
  return touches;
}

/** Posterior that the others act in step on the cell (three in four of them, say), against everybody's rate. */
function weightOf(others: { readonly members: number; readonly inside: number }, rate: number, m: number): number {
  if (others.members <= 0) return 0.5;
  if (rate >= 0.75) return 0;
  const odds =
    others.inside * Math.log(0.75 / rate) +
    (others.members - others.inside) * Math.log(0.25 / (1 - rate)) -
    Math.log(m);
  return 1 / (1 + Math.exp(-odds));
}

type RankedAnchor = { readonly anchor: Anchor; readonly surprise: number };

/** The most surprising window first, were each of `members` members free to lie anywhere. */
function rankAnchors(anchors: readonly Anchor[], members: number, outsiders: number): readonly RankedAnchor[] {
  return anchors
    .map((anchor) => ({ anchor, surprise: surpriseOf(anchor, anchor.inside, { members, outsiders }) }))
    .sort((a, b) => b.surprise - a.surprise || a.anchor.position - b.anchor.position);
}

/**
 * The most surprising window of the other members, `others.members` of them, once the member's own `row` is left out
 * of every window alike: were it still counted where it does not lie, its own place would choose the window.
 */
function findBestWithout(
  ranked: readonly RankedAnchor[],
  row: number,
  others: { readonly members: number; readonly outsiders: number },
): Anchor | undefined {
  let best: Anchor | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const { anchor, surprise } of ranked) {
    // Leaving one row out can only lower the surprise of a window it lies in, so later ones cannot win.
    if (surprise < most) break;
    if (anchor.position === row) continue;
    const isIn = row >= anchor.low && row < anchor.high;
    const without = isIn ? surpriseOf(anchor, anchor.inside - 1, others) : surprise;
    // Of equals the earlier one, or the member's own place would choose among them.
    if (without > most || (without === most && best !== undefined && anchor.position < best.position)) {
      most = without;
      best = anchor;
    }
  }
  return best;
}

/** m × Kullback–Leibler divergence of the members' share of the window from everybody else's; 0 when it is smaller. */
function surpriseOf(
  anchor: Anchor,
  inside: number,
  cell: { readonly members: number; readonly outsiders: number },
): number {
  const { members, outsiders } = cell;
  if (members <= 0 || inside <= 0) return 0;
  const rate = (anchor.high - anchor.low - anchor.inside + 1) / (outsiders + 2);
  const share = Math.min(1, inside / members);
  if (share <= rate) return 0;
  const rest = share < 1 ? (1 - share) * Math.log((1 - share) / (1 - rate)) : 0;
  return members * (share * Math.log(share / rate) + rest);
}

type Mixture = { readonly inWindow: number; readonly shareOf: (touched: number) => number };

const touchedMax = 12;

/** Expectation–maximisation of the members' share among accounts on as many cells, and of their rate of being in step. */
function estimateMembers(pool: readonly (readonly Touch[])[]): Mixture {
  const share = new Float64Array(touchedMax + 1).fill(0.5);
  let inWindow = 0.9;
  for (let round = 0; round < 60; round += 1) {
    const [sum, count] = [new Float64Array(touchedMax + 1), new Float64Array(touchedMax + 1)];
    let [inStep, touched] = [0, 0];
    for (const touches of pool) {
      const stratum = Math.min(touches.length, touchedMax);
      const posterior = 1 / (1 + Math.exp(logChance(touches, inWindow, share[stratum])));
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

/** Log odds of chance against membership. */
function logChance(touches: readonly Touch[], inWindow: number, share: number): number {
  return Math.log((1 - share) / share) - logRatio(touches, inWindow);
}

function logRatio(touches: readonly Touch[], inWindow: number): number {
  let sum = 0;
  for (const { isIn, rate, weight } of touches) {
    const ratio = rate >= inWindow ? 1 : isIn ? inWindow / rate : (1 - inWindow) / (1 - rate);
    sum += Math.log(1 - weight + weight * ratio);
  }
  return sum;
}

function rank(pool: readonly (readonly Touch[])[], mixture: Mixture): readonly AccountEvidence[] {
  const weighed = pool.map((touches) => {
    const odds = logChance(touches, mixture.inWindow, mixture.shareOf(touches.length));
    return {
      account: touches[0].account,
      touched: touches.length,
      inStep: touches.filter((touch) => touch.isIn).length,
      expected: touches.reduce((sum, touch) => sum + touch.rate, 0),
      logE: logRatio(touches, mixture.inWindow),
      localFdr: 1 / (1 + Math.exp(-odds)),
      rows: touches.filter((touch) => touch.isIn).map((touch) => touch.row),
    };
  });
  weighed.sort((a, b) => a.localFdr - b.localFdr || b.logE - a.logE || a.account - b.account);
  let sum = 0;
  return weighed.map((one, i) => {
    sum += one.localFdr;
    return { ...one, q: sum / (i + 1) };
  });
}
