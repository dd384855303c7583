import type { Settings } from "@breakwater/casework";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { createCaseworkDesk, type CaseworkDesk } from "./desk/casework-desk.ts";
import type { ListTelling } from "./desk/load-related.ts";
import type { Ticked } from "./desk/run-tick.ts";
import { createLeadBook, type LeadBook } from "./leads/lead-book.ts";
import { createLeadDesk, type LeadDesk } from "./leads/lead-desk.ts";
import { listLeadNotices } from "./leads/lead-notices.ts";
import type { LeadStore } from "./leads/lead-store.ts";
import { createVerdictFeed, type ListVerdicts } from "./leads/lead-verdicts.ts";
import { createNotarising, type Notarising } from "./notary/notarise.ts";
import type { CaseworkNotary } from "./notary.ts";
import { listRuleNotices } from "./rule-notices.ts";
import { listReportOrders, settleReports } from "./reports/follow-reports.ts";
import { createReportDesk, type ReportDeps, type ReportDesk } from "./reports/report-desk.ts";
import type { ReportStore } from "./reports/report-store.ts";
import type { CaseworkStore } from "./store/casework-store.ts";

export type CaseworkStores = {
  readonly casework: CaseworkStore;
  readonly leads: LeadStore;
  readonly reports: ReportStore;
};

export type CaseworkDeps = Pick<ReportDeps, "vault" | "appendReportAction" | "reporterKey" | "randomBytes"> & {
  readonly transactor: Transactor;
  readonly stores: CaseworkStores;
  readonly outbox: Outbox;
  readonly settings: Settings;
  /** Partner desks that may be asked. */
  readonly activeDesks: readonly string[];
  /** The registry of determinations, asked inside a unit. Casework's own objects where it is left out. */
  readonly listTelling?: ListTelling;
  readonly notary: CaseworkNotary;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Never the same twice; short, of letters, digits and `-`. */
  readonly newId: () => string;
};

export type Casework = {
  readonly desk: CaseworkDesk;
  /** For detection. */
  readonly leadDesk: LeadDesk;
  readonly listVerdicts: ListVerdicts;
  /** For people. */
  readonly leadBook: LeadBook;
  readonly reportDesk: ReportDesk;
  /** Recover once, then run after each commit and every second: what is owed to the ledger is owed until it is there. */
  readonly notarising: Notarising;
  /** Does what time asks for; to be called every few seconds. */
  readonly tick: (at: number) => Promise<Ticked>;
};

/** Casework's use cases over its stores: what the log thread holds. */
export function createCasework(deps: CaseworkDeps): Casework {
  const { transactor, stores, outbox, settings, activeDesks } = deps;
  const { casework: store, leads, reports } = stores;
  const following = { store, reports, settings };
  const desk = createCaseworkDesk({
    transactor,
    store,
    outbox,
    settings,
    activeDesks,
    ...(deps.listTelling === undefined ? {} : { listTelling: deps.listTelling }),
    readModels: [leads],
    listNotices: async (change) => [
      ...(await listLeadNotices(change, leads)),
      ...(await settleReports(change, following)),
      ...listRuleNotices(change),
    ],
    listFollowUps: (change) => listReportOrders(change, following),
  });
  const reportDesk = createReportDesk({ ...deps, desk, reports, leads });
  const leadBook = createLeadBook({
    ...deps,
    desk,
    store,
    leads,
    markReport: (lead, mark) => reportDesk.markWithin(lead, mark),
  });
  return {
    desk,
    leadDesk: createLeadDesk({ ...deps, desk, leads }),
    listVerdicts: createVerdictFeed({ store, desk, leads }),
    leadBook,
    reportDesk,
    notarising: createNotarising({ ...deps, store }),
    tick: async (at) => {
      const ticked = await desk.tick(at);
      const followed = await leadBook.settleJoined(at);
      await reportDesk.appendActions();
      return { ...ticked, done: ticked.done + followed };
    },
  };
}
