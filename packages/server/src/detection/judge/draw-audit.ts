import { createHash } from "node:crypto";
import type { AuditDraw } from "./judged-epoch.ts";

export type AuditDrawRequest = {
  /** Seeds the draw: the same epoch of the same log draws the same accounts. */
  readonly end: number;
  /** Actions of each account in the day before `end`. */
  readonly actions: ReadonlyMap<string, number>;
  readonly flagged: ReadonlySet<string>;
  /** Accounts with fewer actions have done too little to be looked at. */
  readonly actionsMin: number;
  readonly count: number;
};

/** Draws evenly from the accounts that were not flagged: those whose hash with the epoch is smallest. Cost: a hash an account. */
export function drawAudit({ end, actions, flagged, actionsMin, count }: AuditDrawRequest): AuditDraw {
  const eligible = [...actions].filter(([account, done]) => done >= actionsMin && !flagged.has(account));
  const drawn = eligible
    .map(([account, done]) => ({ account, actions: done, rank: toRank(end, account) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ account, actions: done }) => ({ account, actions: done }));
  return { eligible: eligible.length, drawn };
}

/** Another order in each epoch, so that no name is always last. */
export function toRank(end: number, name: string): string {
  return createHash("sha256").update(`${end}\0${name}`).digest("hex");
}
