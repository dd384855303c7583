import type { ReportDesk } from "../casework/reports/report-desk.ts";
import type { DataHolder } from "../lifecycle/records/data-holder.ts";

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
