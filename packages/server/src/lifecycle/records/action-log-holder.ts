import type { Action } from "@breakwater/records";
import type { DataHolder } from "./data-holder.ts";

/** What of the action log is needed: see `ActionLog`. */
export type ActionsOfAccounts = {
  listOfAccount(account: string): AsyncIterable<{ readonly source: string; readonly action: Action }>;
  eraseAccount(account: string, at: number): Promise<number>;
};

/**
 * What an account did, as the platform sent it. Nothing of it is evidence: what a case relies on was copied into the case. `onErased` is
 * told where actions went, for whoever follows the log's changes.
 */
export function createActionLogHolder(log: ActionsOfAccounts, onErased: () => void = () => undefined): DataHolder {
  return {
    name: "actions",
    async *listOf(account) {
      for await (const { source, action } of log.listOfAccount(account)) {
        const { kind, at, ...rest } = action;
        yield { kind, at, data: { source, ...rest } };
      }
    },
    erase: async (account, at) => {
      const erased = await log.eraseAccount(account, at);
      if (erased > 0) onErased();
      return { erased, keptBack: [] };
    },
  };
}
