import type { CellView } from "./cell-view.ts";
import { outsiderRate } from "./in-step-null.ts";
import type { LockstepPriors } from "./lockstep-rates.ts";
import { estimateMembers, logOdds, ratiosOfPatterns, type Mixture } from "./member-mixture.ts";
import { firstAbove, firstAtLeast } from "./sorted-counts.ts";
import { createTouchGatherer, type TouchGatherer, type TouchPool } from "./touch-pool.ts";

export type AccountOptions = {
  /** The scale at which the group is tested, as an index and as a half width, ms. */
  readonly scale: number;
  readonly halfWidth: number;
  readonly anchorsMax: number;
  readonly priors: LockstepPriors | null;
  /** Where no account's `q` can be so low, none is returned. */
  readonly qMax: number;
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
  const gatherer = createTouchGatherer();
  for (const cell of cells) addTouches(gatherer, cell, options);
  const pool = gatherer.gather();
  return rank(pool, estimateMembers(pool), options.qMax);
}

type Anchor = { readonly position: number; readonly low: number; readonly high: number; readonly inside: number };

function addTouches(gatherer: TouchGatherer, cell: CellView, options: AccountOptions): void {
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
  const addKind = (best: Anchor, isIn: boolean, own: number): number => {
    const outside = outsiders - (1 - own);
    const outsideIn = best.high - best.low - best.inside - (isIn ? 1 - own : 0);
    const rate = outsiderRate(outside, outsideIn, prior);
    const others = { members: m - own - 1, inside: best.inside - 1 - (isIn ? own : 0) };
    return gatherer.addKind({ isIn, rate, weight: weightOf(others, rate, m) });
  };
  // Whoever is no member is held against one window: outside it and in it, all of them are alike.
  const kindOfOutsider = [-1, -1];
  for (let row = 0; row < at.length; row += 1) {
    const own = isMember[row];
    const best = own === 0 ? ranked[0]?.anchor : findBestWithout(rankedForMember, row, { members: m - 1, outsiders });
    if (best === undefined) continue;
    const isIn = row >= best.low && row < best.high;
    let kind = own === 0 ? kindOfOutsider[Number(isIn)] : -1;
    if (kind === -1) {
      kind = addKind(best, isIn, own);
      if (own === 0) kindOfOutsider[Number(isIn)] = kind;
    }
    gatherer.add(cell.account[row], cell.rows[row], kind);
  }
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

function rank(pool: TouchPool, mixture: Mixture, qMax: number): readonly AccountEvidence[] {
  const { patterns } = pool;
  const logE = ratiosOfPatterns(pool, mixture.inWindow);
  const localFdr = logE.map((log, pattern) => {
    const odds = logOdds(mixture.shareOf(patterns.touches[pattern])) - log;
    return 1 / (1 + Math.exp(-odds));
  });
  // A mean is no less than the least, but for rounding.
  if (pool.patternOf.every((pattern) => localFdr[pattern] > qMax * (1 + 1e-9))) return [];
  const weighed = Array.from(pool.account, (account, i) => {
    const pattern = pool.patternOf[i];
    const [from, to] = [pool.start[i], pool.start[i + 1]];
    const rows: number[] = [];
    let expected = 0;
    for (let at = from; at < to; at += 1) {
      const { isIn, rate } = pool.kinds[pool.kindOf[at]];
      expected += rate;
      if (isIn) rows.push(pool.row[at]);
    }
    return {
      account,
      touched: to - from,
      inStep: patterns.inStep[pattern],
      expected,
      logE: logE[pattern],
      localFdr: localFdr[pattern],
      rows,
    };
  });
  weighed.sort((a, b) => a.localFdr - b.localFdr || b.logE - a.logE || a.account - b.account);
  let sum = 0;
  return weighed.map((one, i) => {
    sum += one.localFdr;
    return { ...one, q: sum / (i + 1) };
  });
}
