import type { Actor, Instant, Refusal, Settings } from "@breakwater/casework";
import type { Action } from "@breakwater/records";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { LeadStore } from "../leads/lead-store.ts";
import { completeReport, type CompletedReport } from "./complete-report.ts";
import { forgetReports } from "./forget-reports.ts";
import {
  readFollow,
  readIdentity,
  readReport,
  type IdentityAnswer,
  type ReportFollow,
  type ReportView,
} from "./read-report.ts";
import type { ReportQuery, ReportRecord, ReportStore } from "./report-store.ts";
import type { ReportVault } from "./report-vault.ts";
import { submitReport, type SubmittedReport, type WrittenReport } from "./submit-report.ts";
import { toLine, type ReportLine } from "./report-line.ts";

export type ReportAnswer<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** There is no such report, or the key is not its author's. */
  | { readonly kind: "unknown" }
  /** Its words were destroyed. */
  | { readonly kind: "forgotten" };

/** Reports of people: sent, completed, followed by their authors, read by staff. Takes and gives plain data. */
export interface ReportDesk {
  submit(report: WrittenReport): Promise<ReportAnswer<SubmittedReport>>;
  /** Adds what a returned report lacks; once. `key` as its author was given it. */
  complete(id: string, key: string, parts: CompletedReport): Promise<ReportAnswer<ReportFollow>>;
  /** What its author may know. */
  follow(id: string, key: string): Promise<ReportAnswer<ReportFollow>>;

  list(
    query: ReportQuery,
    actor: Actor,
  ): Promise<{ readonly items: readonly ReportLine[]; readonly next: readonly [number, string] | null }>;
  read(id: string, actor: Actor): Promise<ReportView | null>;
  /** Who sent it; for two roles, with a reason, each time written down. */
  readIdentity(
    id: string,
    by: { readonly actor: Actor; readonly at: Instant; readonly reason: string },
  ): Promise<ReportAnswer<IdentityAnswer>>;

  /** Marks what triage is about to dismiss, or takes the mark back. Inside a unit of work that is open. */
  markWithin(lead: string, manifestlyUnfounded: boolean): Promise<boolean>;
  /** Gives the action log what it is owed; gives how many. */
  appendActions(): Promise<number>;
  /** Destroys the words of what was decided by `decidedBy`, but for those that an appeal may still need at `at`. */
  forget(at: Instant, decidedBy: Instant): Promise<number>;
  /** Everything that is kept about an account as a reporter, and its destruction. */
  listOfAccount(account: string): Promise<readonly ReportView[]>;
  eraseAccount(account: string): Promise<number>;
}

export type ReportDeps = {
  readonly transactor: Transactor;
  readonly desk: CaseworkDesk;
  readonly reports: ReportStore;
  readonly leads: LeadStore;
  readonly vault: ReportVault;
  readonly outbox: Outbox;
  readonly settings: Settings;
  /** Puts an action into the action log; the same id twice has one effect. */
  readonly appendReportAction: (action: Action) => Promise<void>;
  /** Under which whoever reports without an account is given one name for one mail address; kept apart from the data. */
  readonly reporterKey: Uint8Array;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
};

/** Reports of one account that are looked at. */
const ofAccountMax = 10_000;

export function createReportDesk(deps: ReportDeps): ReportDesk {
  const { transactor, reports, appendReportAction } = deps;
  const appendActions = async (): Promise<number> => {
    let appended = 0;
    for (;;) {
      const owed = await transactor.run(() => reports.listUnappended(100));
      for (const report of owed) await appendReportAction(toAction(report));
      await transactor.run(async () => {
        for (const { id } of owed) await reports.noteAppended(id);
      });
      appended += owed.length;
      if (owed.length === 0) return appended;
    }
  };
  return {
    submit: (report) => submitReport(report, deps),
    complete: (id, key, parts) => completeReport(id, { key, parts }, deps),
    follow: (id, key) => readFollow(id, key, deps),
    list: async (query, actor) => {
      const found = await reports.list({ ...query, limit: query.limit + 1 });
      const shown = found.slice(0, query.limit);
      const items = [];
      for (const report of shown) items.push(await toLine(report, actor, deps));
      const last = shown.at(-1);
      const isMore = found.length > shown.length && last !== undefined;
      return { items, next: isMore ? [last.receivedAt, last.id] : null };
    },
    read: async (id, actor) => {
      const report = await reports.find(id);
      return report === null ? null : readReport(report, actor, deps);
    },
    readIdentity: (id, by) => readIdentity(id, by, deps),
    markWithin: async (lead, manifestlyUnfounded) => {
      const report = await reports.findByLead(lead);
      if (report === null) return false;
      await reports.write({ ...report, manifestlyUnfounded });
      return true;
    },
    appendActions,
    forget: (at, decidedBy) => forgetReports(deps, () => reports.listToForget({ at, decidedBy, limit: 100 })),
    listOfAccount: async (account) => {
      const views = [];
      const auditor = { id: "auditor", roles: ["auditor"] } as const;
      for (const report of await reports.listOfAccount(account, ofAccountMax)) {
        views.push(await readReport(report, auditor, deps));
      }
      return views;
    },
    eraseAccount: async (account) =>
      forgetReports(deps, async () =>
        (await reports.listOfAccount(account, ofAccountMax)).filter(({ words, identity }) => words ?? identity),
      ),
  };
}

function toAction({ id, receivedAt, account, object }: ReportRecord): Action {
  return { id, at: receivedAt, account, kind: "report", objects: [object] };
}
