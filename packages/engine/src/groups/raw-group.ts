import type { AccountEvidence } from "../coaction/account-evidence.ts";
import type { LayerGroup } from "../coaction/find-co-action.ts";

/** Rows in step of one account in one layer. */
export type InStep = { readonly part: LayerGroup; readonly evidence: AccountEvidence };

/** Groups of several layers and strata that are the same people, seen as one. */
export type RawGroup = {
  /** Strongest first. */
  readonly parts: readonly LayerGroup[];
  /** Ascending by account ordinal. */
  readonly members: ReadonlyMap<number, readonly InStep[]>;
};

/** Share of the smaller group's accounts from which two groups count as the same people. */
const sameShare = 0.5;

/**
 * Joins groups that share at least half of the smaller one's accounts, strongest first, so that a campaign that works
 * on posts, links and texts is reviewed as one. Cost: pairs of groups times their accounts.
 */
export function joinGroups(groups: readonly LayerGroup[]): readonly RawGroup[] {
  const sorted = [...groups].sort((a, b) => b.held.evidence.logE - a.held.evidence.logE);
  const joined: { parts: LayerGroup[]; accounts: Set<number> }[] = [];
  for (const group of sorted) {
    const accounts = group.held.accounts.map((one) => one.account);
    const same = joined.find((other) => isSame(other.accounts, accounts));
    if (same === undefined) {
      joined.push({ parts: [group], accounts: new Set(accounts) });
    } else {
      same.parts.push(group);
      for (const account of accounts) same.accounts.add(account);
    }
  }
  return joined.map(({ parts }) => ({ parts, members: listMembers(parts) }));
}

function isSame(held: ReadonlySet<number>, accounts: readonly number[]): boolean {
  const shared = accounts.filter((account) => held.has(account)).length;
  return shared >= sameShare * Math.min(held.size, accounts.length);
}

function listMembers(parts: readonly LayerGroup[]): ReadonlyMap<number, readonly InStep[]> {
  const members = new Map<number, InStep[]>();
  for (const part of parts) {
    for (const evidence of part.held.accounts) {
      const inStep = members.get(evidence.account);
      if (inStep === undefined) members.set(evidence.account, [{ part, evidence }]);
      else inStep.push({ part, evidence });
    }
  }
  return new Map([...members].sort(([a], [b]) => a - b));
}
