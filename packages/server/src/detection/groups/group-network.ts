import type { Role } from "@breakwater/engine";
import type { DetectionGroup } from "./group.ts";

/** A group as a picture over time is drawn of it. Accounts by the platform's own ids; `account` and `object` are places in the lists. */
export type GroupNetwork = {
  readonly id: string;
  readonly version: number;
  readonly accounts: readonly { readonly account: string; readonly role: Role; readonly inStep: number }[];
  readonly objects: readonly {
    readonly layer: string;
    readonly id: string;
    readonly members: number;
    readonly accounts: number;
  }[];
  /** In the order of time. */
  readonly actions: {
    readonly at: readonly number[];
    readonly account: readonly number[];
    readonly object: readonly number[];
  };
  /** What the bounds left off. */
  readonly leftOff: { readonly accounts: number; readonly actions: number };
};

export type NetworkLimits = { readonly accounts: number; readonly actions: number };

/** What a browser on two cores draws within two seconds. */
export const networkLimits: NetworkLimits = { accounts: 5000, actions: 20_000 };

/** The first `limits.accounts` of the evidence, and an even sample over time of their actions. Cost: linear in both. */
export function toNetwork({ id, version, evidence }: DetectionGroup, limits: NetworkLimits): GroupNetwork {
  const { at, account, object, total } = evidence.inStepActions;
  const shown = at.map((_, row) => row).filter((row) => account[row] < limits.accounts);
  const count = Math.min(shown.length, limits.actions);
  const rows = Array.from({ length: count }, (_, i) => shown[Math.floor((i * shown.length) / count)]);
  const accounts = evidence.accounts.slice(0, limits.accounts);
  return {
    id,
    version,
    accounts: accounts.map(({ account: name, role, inStep }) => ({ account: name, role, inStep })),
    objects: evidence.objects.map(({ layer, id: name, members, accounts: all }) => ({
      layer,
      id: name,
      members,
      accounts: all,
    })),
    actions: {
      at: rows.map((row) => at[row]),
      account: rows.map((row) => account[row]),
      object: rows.map((row) => object[row]),
    },
    leftOff: { accounts: evidence.accounts.length - accounts.length, actions: total - count },
  };
}
