import type { ReportDeps } from "./report-desk.ts";
import type { ReportRecord } from "./report-store.ts";

const erased = "erased";

/**
 * Destroys words and identities of reports, and of decided ones the account too, batch by batch as `listNext` gives them, until it gives none. The keys go first: if the process
 * ends in between, what remains is unreadable and is cleared the next time.
 */
export async function forgetReports(
  { transactor, reports, vault }: Pick<ReportDeps, "transactor" | "reports" | "vault">,
  listNext: () => Promise<readonly ReportRecord[]>,
): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const next = await listNext();
    if (next.length === 0) return forgotten;
    const secrets = next.flatMap(({ words, identity }) => [words, identity]).flatMap((text) => text?.secret ?? []);
    await vault.destroy(secrets);
    await transactor.run(async () => {
      for (const { id } of next) {
        const report = await reports.find(id);
        if (report === null) continue;
        const status = report.outcome === null ? report.status : "forgotten";
        // While it waits for its decision, whoever sent it is told of that.
        const account = status === "forgotten" ? erased : report.account;
        const version = report.version + 1;
        await reports.write({ ...report, version, status, account, retainUntil: null, words: null, identity: null });
      }
    });
    forgotten += next.length;
  }
}
