import type { Network } from "../group-type.ts";

/** The answer of the API with what is asked of it again and again worked out once. */
export type NetworkIndex = {
  readonly network: Network;
  /** Layers with how many actions each has, those with the most first. */
  readonly layers: readonly { readonly layer: string; readonly actions: number }[];
  /** Members in step on each thing: places of accounts. */
  readonly membersOf: readonly (readonly number[])[];
  /** Things on which each account was in step: places of things. */
  readonly thingsOf: readonly (readonly number[])[];
};

export function indexNetwork(network: Network): NetworkIndex {
  const { accounts, objects, actions } = network;
  const membersOf: number[][] = objects.map(() => []);
  const thingsOf: number[][] = accounts.map(() => []);
  const counts = new Map<string, number>();
  actions.at.forEach((_, row) => {
    const [account, thing] = [actions.account[row] ?? -1, actions.object[row] ?? -1];
    const layer = objects[thing]?.layer;
    if (layer === undefined || accounts[account] === undefined) return;
    membersOf[thing]?.push(account);
    thingsOf[account]?.push(thing);
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  });
  const layers = [...counts]
    .map(([layer, count]) => ({ layer, actions: count }))
    .toSorted((a, b) => b.actions - a.actions);
  return { network, layers, membersOf, thingsOf };
}

/** How many of the actions had happened by `until`, and how many accounts had acted. Rows are in the order of time. */
export function countUntil(
  { actions }: Network,
  until: number,
): { readonly actions: number; readonly accounts: number } {
  const seen = new Set<number>();
  let rows = 0;
  for (const at of actions.at) {
    if (at > until) break;
    seen.add(actions.account[rows] ?? -1);
    rows += 1;
  }
  return { actions: rows, accounts: seen.size };
}
