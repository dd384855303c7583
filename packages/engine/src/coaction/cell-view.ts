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
 * The candidate's cells with at least two members. Rows marked in `masked` (held by a stronger group) are left out:
 * a group that acts in step would make everybody else on the object look out of step.
 */
export function viewCells(incidence: Incidence, candidate: Candidate, masked: Uint8Array | null): readonly CellView[] {
  const isMember = new Set<number>(candidate.accounts);
  const views: CellView[] = [];
  for (const cell of candidate.cells) {
    const from = incidence.cells.start[cell];
    const to = incidence.cells.start[cell + 1];
    const view = masked === null ? cutPlain(incidence, from, to) : cutMasked(incidence, { from, to }, masked);
    const members: number[] = [];
    for (let i = 0; i < view.account.length; i += 1) if (isMember.has(view.account[i])) members.push(i);
    if (members.length >= 2) views.push({ cell, ...view, members: Int32Array.from(members) });
  }
  return views;
}

type Cut = { readonly at: Float64Array; readonly account: Int32Array; readonly rows: Int32Array };

function cutPlain(incidence: Incidence, from: number, to: number): Cut {
  const rows = Int32Array.from({ length: to - from }, (_, i) => from + i);
  return { at: incidence.at.subarray(from, to), account: incidence.account.subarray(from, to), rows };
}

function cutMasked(incidence: Incidence, slice: { from: number; to: number }, masked: Uint8Array): Cut {
  const at: number[] = [];
  const account: number[] = [];
  const rows: number[] = [];
  for (let row = slice.from; row < slice.to; row += 1) {
    if (masked[row] !== 0) continue;
    at.push(incidence.at[row]);
    account.push(incidence.account[row]);
    rows.push(row);
  }
  return { at: Float64Array.from(at), account: Int32Array.from(account), rows: Int32Array.from(rows) };
}
