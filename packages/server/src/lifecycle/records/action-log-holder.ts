import type { Action } from "@breakwater/records";
import type { DataHolder } from "./data-holder.ts";

/** What of the action log is needed: see `ActionLog`. */
export type ActionsOfAccounts = {
  listOfAccount(account: string): AsyncIterable<{ readonly source: string; readonly action: Action }>;
  eraseAccount(account: string, at: number): Promise<number>;
};

/** What an account did, as the platform sent it. Nothing of it is evidence: what a case relies on was copied into the case. */
export function createActionLogHolder(log: ActionsOfAccounts): DataHolder {
  return {
    name: "actions",
    async *listOf(account) {
      for await (const { source, action } of log.listOfAccount(account)) {
        const { kind, at, ...rest } = action;
        yield { kind, at, data: { source, ...rest } };
      }
    },
    erase: async (account, at) => ({ erased: await log.eraseAccount(account, at), keptBack: [] }),
  };
}
