import type { Candidate } from "./candidate.ts";
import type { Incidence } from "./incidence.ts";

/** One cell as a test sees it: the times of its rows, ascending, and which of them are the members'. */
export type CellView = {
  readonly cell: number;
  readonly at: Float64Array;
  readonly account: Int32Array;
  /** The same rows in the incidence. */
  readonly rows: Int32Array;
  /** Positions of members' rows, ascending. */
  readonly members: Int32Array;
};

/**
 * Looks at candidates' cells with at least two members. Rows marked in `masked` (held by a stronger group) are left
 * out: a group that acts in step would make everybody else on the object look out of step. What it returns shares the
 * incidence's columns where nothing is masked. Cost of a view: the rows of its cells.
 */
export interface CellViewer {
  view(candidate: Candidate, masked: Uint8Array | null): readonly CellView[];
}

export function createCellViewer(incidence: Incidence): CellViewer {
  const { start } = incidence.cells;
  const isMember = new Uint8Array(incidence.accountCount);
  const rowNumbers = Int32Array.from({ length: incidence.rows }, (_, row) => row);
  const cut = (from: number, to: number, masked: Uint8Array | null): Cut => {
    const rows = rowNumbers.subarray(from, to);
    const isPlain = masked === null || rows.every((row) => masked[row] === 0);
    if (!isPlain)
      return pickRows(
        incidence,
        rows.filter((row) => masked[row] === 0),
      );
    return { at: incidence.at.subarray(from, to), account: incidence.account.subarray(from, to), rows };
  };
  return {
    view(candidate, masked) {
      for (const account of candidate.accounts) isMember[account] = 1;
      const views: CellView[] = [];
      for (const cell of candidate.cells) {
        const view = cut(start[cell], start[cell + 1], masked);
        const members = listMembers(view.account, isMember);
        if (members.length >= 2) views.push({ cell, ...view, members });
      }
      for (const account of candidate.accounts) isMember[account] = 0;
      return views;
    },
  };
}

type Cut = { readonly at: Float64Array; readonly account: Int32Array; readonly rows: Int32Array };

function pickRows(incidence: Incidence, rows: Int32Array): Cut {
  return {
    at: Float64Array.from(rows, (row) => incidence.at[row]),
    account: Int32Array.from(rows, (row) => incidence.account[row]),
    rows,
  };
}

function listMembers(accounts: Int32Array, isMember: Uint8Array): Int32Array {
  const members: number[] = [];
  for (let i = 0; i < accounts.length; i += 1) if (isMember[accounts[i]] === 1) members.push(i);
  return Int32Array.from(members);
}
