import type { Settings } from "@breakwater/casework";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { createCaseworkDesk, type CaseworkDesk } from "./desk/casework-desk.ts";
import { tellOfJobs } from "./desk/desk-notices.ts";
import type { ExecuteWorld } from "./desk/execute.ts";
import type { ListTelling } from "./desk/load-related.ts";
import type { Ticked } from "./desk/run-tick.ts";
import { followDecisions } from "./desk/follow-decisions.ts";
import { createEffectBook, type EffectBook } from "./effects/effect-book.ts";
import type { EffectStore } from "./effects/effect-store.ts";
import { takeEffects } from "./effects/take-effects.ts";
import { createJobBook, type JobBook } from "./jobs/job-book.ts";
import type { JobStore } from "./jobs/job-store.ts";
import { createCaseworkForgetting, type CaseworkForgetting } from "./forgetting/casework-forgetting.ts";
import { createLeadBook, type LeadBook } from "./leads/lead-book.ts";
import { createLeadDesk, type LeadDesk } from "./leads/lead-desk.ts";
import { listLeadNotices } from "./leads/lead-notices.ts";
import type { LeadStore } from "./leads/lead-store.ts";
import { createVerdictFeed, type ListVerdicts } from "./leads/lead-verdicts.ts";
import type { Listing } from "./listing/listing.ts";
import { createNotarising, type Notarising } from "./notary/notarise.ts";
import type { CaseworkNotary } from "./notary.ts";
import { createCaseBook, type CaseBook, type FindRuleTexts } from "./objects/case-book.ts";
import type { FindAction } from "./objects/read-acts.ts";
import { createObjectBook, type ObjectBook } from "./objects/object-book.ts";
import { createOpinionBook, drawQualitySample, type OpinionBook } from "./opinions/opinion-book.ts";
import type { OpinionStore } from "./opinions/opinion-store.ts";
import { createLinkDesk, type LinkDesk } from "./notices/link-desk.ts";
import { listNoticesOf } from "./notices/list-notices.ts";
import { createNoticeDesk, type NoticeDesk } from "./notices/notice-desk.ts";
import type { NoticeStore } from "./notices/notice-store.ts";
import { orderEffects } from "./notices/order-effects.ts";
import { createPublishedStatements, type PublishedStatements } from "./notices/published-statements.ts";
import { runNotices, type RunDeps } from "./notices/run-notices.ts";
import { listRuleNotices } from "./rule-notices.ts";
import { listReportOrders, settleReports } from "./reports/follow-reports.ts";
import { createReportDesk, type ReportDeps, type ReportDesk } from "./reports/report-desk.ts";
import type { ReportStore } from "./reports/report-store.ts";
import type { CaseworkStore } from "./store/casework-store.ts";
import type { ViewLog } from "./viewing/view-log.ts";

export type CaseworkStores = {
  readonly casework: CaseworkStore;
  readonly leads: LeadStore;
  readonly reports: ReportStore;
  readonly listing: Listing;
  readonly jobs: JobStore;
  readonly views: ViewLog;
  readonly effects: EffectStore;
  readonly opinions: OpinionStore;
  readonly notices: NoticeStore;
};

/** How people are told of what concerns them. */
export type Telling = Pick<
  RunDeps,
  "links" | "publicUrl" | "redress" | "findRuleText" | "publishesStatements" | "mailer"
>;

export type CaseworkDeps = Pick<ReportDeps, "vault" | "appendReportAction" | "reporterKey" | "randomBytes"> & {
  readonly telling: Telling;
  readonly transactor: Transactor;
  readonly stores: CaseworkStores;
  readonly outbox: Outbox;
  readonly settings: Settings;
  /** Partner desks that may be asked. */
  readonly activeDesks: readonly string[];
  /** The registry of determinations, asked inside a unit. Casework's own objects where it is left out. */
  readonly listTelling?: ListTelling;
  readonly notary: CaseworkNotary;
  readonly findClaim?: (id: string) => Promise<string | null>;
  /** Texts of rules, where a registry holds them. */
  readonly findRuleTexts?: FindRuleTexts;
  /** What the platform sent, for as long as it is kept. */
  readonly findAction: FindAction;
  /** Share of decisions that are judged again, from 0 to 1; a twentieth unless given. */
  readonly qualityShare?: number;
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
  readonly objectBook: ObjectBook;
  readonly caseBook: CaseBook;
  readonly opinionBook: OpinionBook;
  readonly jobBook: JobBook;
  readonly effectBook: EffectBook;
  readonly views: Pick<ViewLog, "list">;
  /** To be called once at the start: lists and queues that are newer than the objects in them are made. */
  readonly fillLists: () => Promise<void>;
  readonly noticeDesk: NoticeDesk;
  /** For erasure and subject access. */
  readonly notices: NoticeStore;
  /** Sends what is due and in the ledger; to be called after `notarising.run`. Gives how many notices were tried. */
  readonly sendNotices: (at: number) => Promise<number>;
  /** For people without an account. */
  readonly linkDesk: LinkDesk;
  readonly forgetting: CaseworkForgetting;
  readonly publishedStatements: PublishedStatements;
  /** Recover once, then run after each commit and every second: what is owed to the ledger is owed until it is there. */
  readonly notarising: Notarising;
  /** Does what time asks for; to be called every few seconds. */
  readonly tick: (at: number) => Promise<Ticked>;
};

/** Casework's use cases over its stores: what the log thread holds. */
export function createCasework(deps: CaseworkDeps): Casework {
  const { transactor, stores, outbox, settings, activeDesks, telling, newId } = deps;
  const { casework: store, leads, reports, listing, jobs, views, effects, opinions, notices } = stores;
  const following = { store, reports, settings };
  const noticing = { ...following, newId, hasMail: telling.mailer !== null };
  const draw = (): number => Buffer.from(deps.randomBytes(4)).readUInt32LE();
  const sampling = { jobs, opinions, share: deps.qualityShare ?? 0.05, random: () => draw() / 2 ** 32 };
  const listAdvisers = async (caseId: string): Promise<readonly string[]> =>
    (await opinions.listOpinions(caseId)).flatMap(({ answeredBy }) => answeredBy ?? []);
  const world: ExecuteWorld = {
    store,
    outbox,
    settings,
    activeDesks,
    ...(deps.listTelling === undefined ? {} : { listTelling: deps.listTelling }),
    readModels: [leads, listing, jobs],
    listAdvisers,
    onChange: async (change) => {
      await takeEffects(change, effects);
      await drawQualitySample(change, sampling);
    },
    listNotices: async (change) => {
      for (const notice of await listNoticesOf(change, noticing)) await notices.add(notice);
      return [
        ...(await listLeadNotices(change, leads)),
        ...(await settleReports(change, following)),
        ...listRuleNotices(change),
      ];
    },
    listFollowUps: async (change) => [
      ...(await listReportOrders(change, following)),
      ...orderEffects(change),
      ...followDecisions(change, draw),
    ],
  };
  const desk = createCaseworkDesk({ ...world, transactor });
  const books = { ...deps, ...world, desk, leads, listing, jobs, views, effects, opinions };
  const reportDesk = createReportDesk({ ...deps, desk, reports, leads });
  const leadBook = createLeadBook({
    ...deps,
    desk,
    store,
    leads,
    markReport: (lead, mark) => reportDesk.markWithin(lead, mark),
  });
  const effectBook = createEffectBook(books);
  const toStatementUrl = (decision: string): string => new URL(`/statements/${decision}`, telling.publicUrl).href;
  const noticeDeps = { ...deps, ...telling, store, reports, leads, notices, listing, desk, toStatementUrl };
  const forgetting = createCaseworkForgetting({
    ...deps,
    store,
    listing,
    readModels: world.readModels,
    beside: stores,
  });
  return {
    desk,
    noticeDesk: createNoticeDesk(noticeDeps),
    notices,
    sendNotices: (at) => runNotices(at, noticeDeps),
    linkDesk: createLinkDesk(noticeDeps),
    forgetting,
    publishedStatements: createPublishedStatements(noticeDeps),
    leadDesk: createLeadDesk({ ...deps, desk, leads }),
    listVerdicts: createVerdictFeed({ store, desk, leads }),
    leadBook,
    reportDesk,
    objectBook: createObjectBook(books),
    caseBook: createCaseBook(books),
    opinionBook: createOpinionBook(books),
    jobBook: createJobBook(books),
    effectBook,
    views,
    fillLists: () => fillLists({ store, listing, desk }),
    notarising: createNotarising({ ...deps, store }),
    tick: async (at) => {
      const ticked = await desk.tick(at);
      const followed = (await leadBook.settleJoined(at)) + (await effectBook.retry(at));
      await transactor.run(async () => {
        if ((await jobs.forgetClaims(at)) > 0) await tellOfJobs(outbox, at);
      });
      await reportDesk.appendActions();
      return { ...ticked, done: ticked.done + followed };
    },
  };
}

/** Of a database that was in use before there were lists. */
async function fillLists({
  store,
  listing,
  desk,
}: {
  readonly store: CaseworkStore;
  readonly listing: Listing;
  readonly desk: CaseworkDesk;
}): Promise<void> {
  for (const object of ["case", "lead"] as const) {
    const [oldest] = await store.listStates(object, 0, 1);
    const [listed] = await listing.list({ object, sort: "newest", limit: 1 });
    if (oldest !== undefined && listed === undefined) await desk.rebuild();
  }
}
