import type { AccountFinding, AccountScore, Findings, Group } from "@breakwater/engine";
import { toCsv, type Cell } from "./csv.ts";

const header = ["account", "group", "kind", "role", "score", "q", "actions", "families"];

/**
 * One row for each account of each group, strongest group first. Where the run was asked for `--evaluation`, one row
 * for each account of the input instead, with the strongest group that holds it.
 */
export function toAccountsCsv(findings: Findings): string {
  return toCsv(header, findings.scores.length > 0 ? listEveryAccount(findings) : listMembers(findings));
}

function* listMembers(findings: Findings): Generator<readonly Cell[]> {
  for (const group of findings.groups) {
    for (const member of group.accounts) yield toRow(group, member, member.score);
  }
}

function* listEveryAccount(findings: Findings): Generator<readonly Cell[]> {
  const held = findStrongest(findings.groups);
  for (const scored of findings.scores) {
    const place = held.get(scored.account);
    yield place === undefined ? toBareRow(scored) : toRow(place.group, place.member, scored.score);
  }
}

type Place = { readonly group: Group; readonly member: AccountFinding };

function findStrongest(groups: readonly Group[]): ReadonlyMap<string, Place> {
  const held = new Map<string, Place>();
  for (const group of groups) {
    for (const member of group.accounts) {
      if (!held.has(member.account)) held.set(member.account, { group, member });
    }
  }
  return held;
}

function toRow(group: Group, member: AccountFinding, score: number): readonly Cell[] {
  const families = member.families.join(" ");
  return [member.account, group.id, group.kind, member.role, score, member.q, member.actions, families];
}

function toBareRow(scored: AccountScore): readonly Cell[] {
  return [scored.account, null, null, null, scored.score, null, scored.actions, null];
}
