import type { CaseworkForgetting } from "../casework/forgetting/casework-forgetting.ts";
import type { DataHolder } from "../lifecycle/records/data-holder.ts";

/** What casework holds of accounts: leads, cases, decisions, and what stands against them. */
export function createCaseworkHolder(forgetting: Pick<CaseworkForgetting, "listOf" | "eraseAccount">): DataHolder {
  return {
    name: "casework",
    async *listOf(account) {
      yield* await forgetting.listOf(account);
    },
    erase: (account) => forgetting.eraseAccount(account),
  };
}
