import type { ReportDesk } from "../casework/reports/report-desk.ts";
import type { Forgetting } from "../detection/forgetting.ts";
import type { DataHolder } from "../lifecycle/records/data-holder.ts";

/** What was found about an account is told by its findings in cases; here are only the groups that it was seen in, and they can let it go. */
export function createGroupsHolder(forgetting: Pick<Forgetting, "eraseAccount">): DataHolder {
  return {
    name: "groups",
    async *listOf() {
      // Groups are found by what was done, never looked up by account.
    },
    erase: async (account) => ({ erased: await forgetting.eraseAccount(account), keptBack: [] }),
  };
}

/** What somebody reported, by their account. */
export function createReportsHolder(reports: Pick<ReportDesk, "listOfAccount" | "eraseAccount">): DataHolder {
  return {
    name: "reports",
    async *listOf(account) {
      for (const report of await reports.listOfAccount(account)) {
        yield { kind: "report", at: report.receivedAt, data: report };
      }
    },
    erase: async (account) => ({ erased: await reports.eraseAccount(account), keptBack: [] }),
  };
}
