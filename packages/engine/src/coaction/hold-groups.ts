import { adjustEValues } from "../math/multiplicity.ts";
import { weighAccounts, type AccountEvidence } from "./account-evidence.ts";
import type { Candidate } from "./candidate.ts";
import { createCellViewer, type CellView, type CellViewer } from "./cell-view.ts";
import { weighGroup, type GroupEvidence } from "./group-evidence.ts";
import type { Incidence } from "./incidence.ts";
import { priorsWithout, type LockstepPriors, type LockstepRates } from "./lockstep-rates.ts";

/** Candidates of one stratification of a layer, and the scales at which they are tested. */
export type CandidateSet = {
  readonly incidence: Incidence;
  readonly scales: readonly number[];
  readonly candidates: readonly Candidate[];
  /** The yardstick for cells that a group fills alone; null where such cells shall not count. */
  readonly rates: LockstepRates | null;
};

export type HoldOptions = {
  readonly fdr: number;
  readonly accountFdr: number;
  readonly anchorsMax: number;
  readonly episodeMs: number;
  readonly episodeWindows: number;
  /** Candidates tested in all, over every set and layer. */
  readonly tests: number;
};

/** A group whose co-action is significant, with the accounts that are held in it. */
export type HeldGroup = {
  readonly set: CandidateSet;
  readonly candidate: Candidate;
  readonly cells: readonly CellView[];
  readonly evidence: GroupEvidence;
  readonly q: number;
  readonly accounts: readonly AccountEvidence[];
  /** Accounts weighed with the group and not held. */
  readonly others: readonly AccountEvidence[];
};

type Weighed = {
  readonly set: CandidateSet;
  readonly viewer: CellViewer;
  readonly candidate: Candidate;
  readonly evidence: GroupEvidence;
};

/**
 * Tests every candidate, strongest first, and holds those whose e-value passes e-BH over all tests. Once a group is
 * held, its rows are masked and every weaker candidate is weighed anew without them, so that it must stand on its own.
 */
export function holdGroups(sets: readonly CandidateSet[], options: HoldOptions): readonly HeldGroup[] {
  const weighed: Weighed[] = [];
  for (const set of sets) {
    const viewer = createCellViewer(set.incidence);
    for (const candidate of set.candidates) {
      const priors = priorsOf(set, candidate, []);
      const evidence = weighGroup(viewer.view(candidate, null), { ...options, scales: set.scales, priors });
      weighed.push({ set, viewer, candidate, evidence });
    }
  }
  const level = adjustEValues(
    weighed.map((one) => one.evidence.logE),
    options.tests,
  );
  const passed = weighed
    .filter((_, i) => level[i] <= options.fdr)
    .sort((a, b) => b.evidence.logE - a.evidence.logE || a.candidate.accounts[0] - b.candidate.accounts[0]);
  return holdInTurn(passed, options);
}

function holdInTurn(passed: readonly Weighed[], options: HoldOptions): readonly HeldGroup[] {
  const masked = new Uint8Array(passed[0]?.set.incidence.rows ?? 0);
  const held: HeldGroup[] = [];
  let hasMask = false;
  for (const { set, viewer, candidate, evidence: first } of passed) {
    const cells = viewer.view(candidate, hasMask ? masked : null);
    const before = held.filter((one) => one.set === set).flatMap((one) => [...one.candidate.cells]);
    const priors = priorsOf(set, candidate, before);
    const evidence = hasMask ? weighGroup(cells, { ...options, scales: set.scales, priors }) : first;
    // The bar of the k-th rejection in e-BH: tests / (fdr × k).
    const q = Math.exp(Math.log(options.tests / (held.length + 1)) - evidence.logE);
    if (q > options.fdr) continue;
    const all = weighAccounts(cells, {
      scale: evidence.scale,
      halfWidth: set.scales[evidence.scale],
      anchorsMax: options.anchorsMax,
      priors,
      qMax: options.accountFdr,
    });
    const accounts = all.filter((one) => one.q <= options.accountFdr && one.inStep >= 2 && one.logE > 0);
    if (accounts.length < 3) continue;
    const isHeld = new Set(accounts.map((one) => one.account));
    held.push({
      set,
      candidate,
      cells,
      evidence,
      q: Math.min(1, q),
      accounts,
      others: all.filter((one) => !isHeld.has(one.account)),
    });
    maskRows(set.incidence, candidate, { isHeld, masked });
    hasMask = true;
  }
  return held;
}

function priorsOf(set: CandidateSet, candidate: Candidate, before: readonly number[]): LockstepPriors | null {
  return set.rates === null ? null : priorsWithout(set.rates, new Set([...candidate.cells, ...before]));
}

function maskRows(
  incidence: Incidence,
  candidate: Candidate,
  mask: { readonly isHeld: ReadonlySet<number>; readonly masked: Uint8Array },
): void {
  for (const cell of candidate.cells) {
    for (let row = incidence.cells.start[cell]; row < incidence.cells.start[cell + 1]; row += 1) {
      if (mask.isHeld.has(incidence.account[row])) mask.masked[row] = 1;
    }
  }
}
