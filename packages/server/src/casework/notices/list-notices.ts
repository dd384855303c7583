import type { Settings } from "@breakwater/casework";
import type { Change } from "../desk/execute.ts";
import { listReportsBehind, readOutcome } from "../reports/follow-reports.ts";
import type { ReportRecord, ReportStore } from "../reports/report-store.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { NoticeRecord } from "./notice-store.ts";

export type Listing = {
  readonly store: CaseworkStore;
  readonly reports: ReportStore;
  readonly settings: Settings;
  /** Whether mail can be sent at all; otherwise who reported without an account follows their report by its link. */
  readonly hasMail: boolean;
  readonly newId: () => string;
};

type Draft = Pick<NoticeRecord, "kind" | "about" | "party" | "channel" | "report">;

/** Who is to be told of a change, and of what. */
export async function listNoticesOf(change: Change, listing: Listing): Promise<readonly NoticeRecord[]> {
  const { event, sequence } = change.event;
  const drafts = await listDrafts(change, listing);
  return drafts.map((draft) => ({
    ...draft,
    id: `notice-${listing.newId()}`,
    event: sequence,
    createdAt: event.at,
    status: "waiting",
    attempts: 0,
    lastAt: null,
    nextAt: event.at,
    fault: null,
  }));
}

async function listDrafts(change: Change, listing: Listing): Promise<readonly Draft[]> {
  switch (change.event.object) {
    case "decision":
      return listOfDecision(change, listing);
    case "case": {
      const { id, event } = change.event;
      const about = { object: "case", id } as const;
      const hearings: readonly Draft[] =
        event.kind === "hearing_started" ? [toAccount({ kind: "hearing", about, party: event.account })] : [];
      return [...hearings, ...(await listOutcomes(change, listing))];
    }
    case "lead":
      return listOutcomes(change, listing);
    case "hold": {
      const { id, event } = change.event;
      return event.kind === "hold_placed"
        ? [toAccount({ kind: "hold", about: { object: "hold", id }, party: event.content.author })]
        : [];
    }
    case "reporter":
      return listOfReporter(change, listing);
    default:
      return [];
  }
}

async function listOfDecision(change: Change, listing: Listing): Promise<readonly Draft[]> {
  if (change.event.object !== "decision") return [];
  const { id, event } = change.event;
  const { opening } = change.unit.get("decision", id);
  const about = { object: "decision", id } as const;
  const account = opening?.account ?? null;
  switch (event.kind) {
    case "decision_opened":
      return event.opening.kind === "action"
        ? [toAccount({ kind: "decision", about, party: event.opening.account })]
        : [];
    case "restored":
      return account === null ? [] : [toAccount({ kind: "restored", about, party: account })];
    case "appeal_decided": {
      if (event.appellant === account) return [toAccount({ kind: "appeal_outcome", about, party: event.appellant })];
      const report = await findReportOf(event.appellant, opening?.caseId ?? null, { change, listing });
      return report === null ? [] : toReporter("appeal_outcome", about, { report, listing });
    }
    default:
      return [];
  }
}

/** The report by which whoever appealed came into the case. */
async function findReportOf(
  reporter: string,
  caseId: string | null,
  { change, listing }: { readonly change: Change; readonly listing: Listing },
): Promise<ReportRecord | null> {
  if (caseId === null) return null;
  const reports = await listReportsBehind({ object: "case", id: caseId }, change.unit, listing);
  return reports.find(({ account }) => account === reporter) ?? null;
}

async function listOutcomes(change: Change, listing: Listing): Promise<readonly Draft[]> {
  if (readOutcome(change) === null) return [];
  const reports = await listReportsBehind(change.event, change.unit, listing);
  return reports.flatMap((report) =>
    toReporter("report_outcome", { object: "report", id: report.id }, { report, listing }),
  );
}

/** Whoever is warned or suspended hears of it by the way of their newest report. */
async function listOfReporter(change: Change, listing: Listing): Promise<readonly Draft[]> {
  const { id, event } = change.event;
  const kinds = { reporter_warned: "reporter_warned", processing_suspended: "processing_suspended" } as const;
  if (event.kind !== "reporter_warned" && event.kind !== "processing_suspended") return [];
  const [report] = await listing.reports.listOfAccount(id, 1);
  return report === undefined ? [] : toReporter(kinds[event.kind], { object: "reporter", id }, { report, listing });
}

function toAccount(draft: Pick<Draft, "kind" | "about" | "party">): Draft {
  return { ...draft, channel: "account", report: null };
}

/** By the platform where it sent the report for an account, else by mail where there is an address. */
function toReporter(
  kind: Draft["kind"],
  about: Draft["about"],
  { report, listing }: { readonly report: ReportRecord; readonly listing: Listing },
): readonly Draft[] {
  const draft = { kind, about, party: report.account, report: report.id };
  if (report.via !== null) return [{ ...draft, channel: "account" }];
  const hasAddress = report.identity !== null && !report.missing.includes("email");
  return listing.hasMail && hasAddress ? [{ ...draft, channel: "mail" }] : [];
}
