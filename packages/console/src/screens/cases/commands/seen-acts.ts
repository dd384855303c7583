import { evidenceActionsMax } from "@breakwater/contract";

type Seen = { readonly id: string; readonly account: string; readonly text: string | null };
type Signals = readonly { readonly actions: readonly Seen[] }[];

/** What a detector saw these accounts do, by the ids that evidence names; without what the platform took away since. */
export function listSeenActs(
  { coordinated, inauthentic }: { readonly coordinated: Signals; readonly inauthentic: Signals },
  accounts: readonly string[],
): readonly string[] {
  const all = [...coordinated, ...inauthentic].flatMap(({ actions }) => actions);
  const own = all.filter(({ account, text }) => accounts.includes(account) && text !== "");
  return [...new Set(own.map(({ id }) => id))].slice(0, evidenceActionsMax);
}
