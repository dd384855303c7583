import { buildGraph } from "../graph/build-graph.ts";
import { leiden } from "../graph/leiden.ts";
import type { Candidate } from "./candidate.ts";
import type { Incidence } from "./incidence.ts";
import { tieAccounts, type TieOptions, type Ties } from "./tie-accounts.ts";

export type CommunityOptions = TieOptions & {
  readonly resolutions: readonly number[];
  /** Largest share of the shared cells that a candidate may be on: beyond, no population is left to compare it with. */
  readonly cellShareMax: number;
};

export type CommunityResult = {
  readonly candidates: readonly Candidate[];
  readonly ties: number;
  /** Objects left out because they are too large, and because `tiesMax` was reached. */
  readonly objectsLarge: number;
  readonly objectsCut: number;
};

/**
 * Candidates from the accounts' side: Leiden communities, at several resolutions, of the graph in which two accounts
 * are tied by each object that they share. Pools whose members meet in ever-changing pairs show here and nowhere else.
 * Only incidence enters. Cost: near-linear in the ties, a few for each row.
 */
export function findCommunities(incidence: Incidence, options: CommunityOptions): CommunityResult {
  const tied = tieAccounts(incidence, options);
  const dense = numberTied(tied, incidence.accountCount);
  const graph = buildGraph(dense.accounts.length, dense.a, dense.b, tied.weight, tied.count);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const resolution of options.resolutions) {
    const membership = leiden(graph, { resolution, seed: options.seed, iterationsMax: 1 });
    for (const accounts of listMembers(membership, dense.accounts)) {
      const name = accounts.join(" ");
      if (seen.has(name)) continue;
      seen.add(name);
      candidates.push({ accounts, cells: sharedCells(incidence, accounts) });
    }
  }
  const cellsMax = options.cellShareMax * countShared(incidence);
  return {
    candidates: candidates.filter((one) => one.cells.length >= 2 && one.cells.length <= cellsMax),
    ties: tied.count,
    objectsLarge: tied.objectsLarge,
    objectsCut: tied.objectsCut,
  };
}

function countShared(incidence: Incidence): number {
  const { start, count } = incidence.cells;
  let shared = 0;
  for (let cell = 0; cell < count; cell += 1) if (start[cell + 1] - start[cell] >= 2) shared += 1;
  return shared;
}

/** The tied accounts, ascending, and the ties by place among them: nobody else can be in a community. */
function numberTied(
  tied: Ties,
  accountCount: number,
): { readonly accounts: Int32Array; readonly a: Int32Array; readonly b: Int32Array } {
  const place = new Int32Array(accountCount).fill(-1);
  for (let i = 0; i < tied.count; i += 1) {
    place[tied.a[i]] = 0;
    place[tied.b[i]] = 0;
  }
  const accounts: number[] = [];
  for (let account = 0; account < accountCount; account += 1) {
    if (place[account] < 0) continue;
    place[account] = accounts.length;
    accounts.push(account);
  }
  const toPlace = (account: number): number => place[account];
  return { accounts: Int32Array.from(accounts), a: tied.a.map(toPlace), b: tied.b.map(toPlace) };
}

/** Communities of at least three accounts, each ascending. */
function listMembers(membership: Int32Array, accounts: Int32Array): readonly Int32Array[] {
  const members = new Map<number, number[]>();
  membership.forEach((community, node) => {
    const held = members.get(community);
    if (held === undefined) members.set(community, [accounts[node]]);
    else held.push(accounts[node]);
  });
  return [...members.values()].filter((list) => list.length >= 3).map((list) => Int32Array.from(list));
}

/** Cells that at least two of the accounts share, ascending. */
function sharedCells(incidence: Incidence, accounts: Int32Array): Int32Array {
  const members = new Map<number, number>();
  for (const a of accounts) {
    for (let i = incidence.accountStart[a]; i < incidence.accountStart[a + 1]; i += 1) {
      const cell = incidence.cells.ofRow[incidence.rowOfAccount[i]];
      members.set(cell, (members.get(cell) ?? 0) + 1);
    }
  }
  const shared = [...members].filter(([, count]) => count >= 2).map(([cell]) => cell);
  return Int32Array.from(shared.sort((x, y) => x - y));
}
