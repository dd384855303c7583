import type { Role } from "../kernel/actor.ts";
import type { Instant } from "../kernel/time.ts";
import type { DeskEvent } from "./desk.ts";

/** What is written down of one change of state: who, in which role, what, from where to where. The event itself is its payload. */
export type AuditRow = {
  readonly sequence: number;
  readonly at: Instant;
  readonly actor: string;
  readonly as: Role;
  readonly action: string;
  readonly object: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string | null;
};

export function toAuditRow({ sequence, object, id, event, from, to }: DeskEvent): AuditRow {
  const isRuled = event.kind === "decision_opened" && event.opening.kind === "action";
  return {
    sequence,
    at: event.at,
    actor: event.by,
    as: event.as,
    action: event.kind,
    object,
    id,
    from,
    to,
    rule: isRuled && event.opening.kind === "action" ? `${event.opening.rule.id}@${event.opening.rule.version}` : null,
  };
}

export type ChainedRow = AuditRow & { readonly previous: string; readonly hash: string };

/** Rows in a chain: each hash covers its row, its payload and the hash before it. `hash` is passed in; the ledger anchors the last one. */
export function chainRows(events: readonly DeskEvent[], hash: (text: string) => string): readonly ChainedRow[] {
  let previous = "";
  return events.map((event) => {
    const row = toAuditRow(event);
    const chained = {
      ...row,
      previous,
      hash: hash(`${previous}\n${JSON.stringify(row)}\n${JSON.stringify(event.event)}`),
    };
    previous = chained.hash;
    return chained;
  });
}

/** The place of the first row that does not follow from its event and the row before it, or null. */
export function findBreak(
  rows: readonly ChainedRow[],
  events: readonly DeskEvent[],
  hash: (text: string) => string,
): number | null {
  const expected = chainRows(events, hash);
  const index = expected.findIndex((row, place) => JSON.stringify(row) !== JSON.stringify(rows[place]));
  if (index !== -1) return index;
  return rows.length === expected.length ? null : expected.length;
}
