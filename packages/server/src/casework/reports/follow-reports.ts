import { addMonths, type ObjectKind, type Order, type Settings } from "@breakwater/casework";
import type { Told } from "../desk/desk-notices.ts";
import type { Change } from "../desk/execute.ts";
import type { Unit } from "../desk/unit.ts";
import { relations } from "../projection/list-links.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { ReportRecord, ReportStore } from "./report-store.ts";

type Following = { readonly store: CaseworkStore; readonly reports: ReportStore; readonly settings: Settings };

/** What a change of a lead or a case means for the reports behind it: their outcome, and that their authors are told. */
export async function settleReports(change: Change, following: Following): Promise<readonly Told[]> {
  const outcome = readOutcome(change);
  if (outcome === null) return [];
  const { reports, settings } = following;
  const { at } = change.event.event;
  const told: Told[] = [];
  for (const report of await listReportsBehind(change.event, change.unit, following)) {
    const retainUntil = addMonths(at, settings.appealWindowMonths + settings.retentionAfterAppealMonths);
    const version = report.version + 1;
    await reports.write({ ...report, version, status: "decided", outcome, decidedAt: at, retainUntil });
    told.push({ kind: "report.decided", data: { report: report.id, version, status: outcome } });
  }
  return told;
}

/** What an event means for the reports behind its object; null where nothing is decided. */
export function readOutcome({ event: { event } }: Pick<Change, "event">): string | null {
  switch (event.kind) {
    case "lead_dismissed":
      return `dismissed_${event.reason}`;
    case "lead_expired":
      return "expired";
    case "action_decided":
      return "action_taken";
    case "no_action_decided":
      return `no_action_${event.reason}`;
    default:
      return null;
  }
}

/** The reports behind a lead, or a case, whose words are still there. */
export async function listReportsBehind(
  about: { readonly object: ObjectKind; readonly id: string },
  unit: Pick<Unit, "load">,
  { store, reports }: Pick<Following, "store" | "reports">,
): Promise<readonly ReportRecord[]> {
  const found: ReportRecord[] = [];
  for (const lead of await listLeads(about, { unit, store })) {
    const report = await reports.findByLead(lead);
    if (report !== null && report.status !== "forgotten") found.push(report);
  }
  return found;
}

/**
 * What else is asked for: each outcome goes into the record of whoever reported (DSA 23), and whoever's report went into this one by way of
 * another is in the case like the others.
 */
export async function listReportOrders(change: Change, following: Following): Promise<readonly Order[]> {
  const { event } = change.event;
  if (event.kind === "lead_accepted" || event.kind === "lead_merged") return listJoining(change, following.store);
  if (readOutcome(change) === null || event.kind === "lead_expired") return [];
  const orders: Order[] = [];
  for (const lead of await listLeads(change.event, { unit: change.unit, store: following.store })) {
    const report = await following.reports.findByLead(lead);
    const outcome = report === null ? null : judge(event.kind, report);
    if (report === null || outcome === null) continue;
    orders.push({ object: "reporter", id: report.account, command: { kind: "record", notice: report.id, outcome } });
  }
  return orders;
}

/** Being wrong in good faith counts for nothing; that a report comes second says nothing about it. */
function judge(
  kind: string,
  { outcome, manifestlyUnfounded }: ReportRecord,
): "founded" | "unfounded" | "manifestly_unfounded" | null {
  if (kind === "action_decided") return "founded";
  if (kind === "lead_dismissed" && manifestlyUnfounded) return "manifestly_unfounded";
  return outcome === "dismissed_duplicate" ? null : "unfounded";
}

/** The lead itself, or the lead of the case and all that went into it. */
async function listLeads(
  { object, id }: { readonly object: ObjectKind; readonly id: string },
  { unit, store }: { readonly unit: Pick<Unit, "load">; readonly store: CaseworkStore },
): Promise<readonly string[]> {
  if (object === "lead") return [id];
  if (object !== "case") return [];
  const { opening } = await unit.load("case", id);
  return opening === null ? [] : [opening.lead, ...(await listMerged(opening.lead, store))];
}

/** Leads that were merged into a lead, or into one that was, and so on. */
async function listMerged(lead: string, store: CaseworkStore): Promise<readonly string[]> {
  const found = new Set<string>([lead]);
  for (const one of found) {
    for (const { id } of await store.findLinks(relations.mergedInto, one)) found.add(id);
  }
  return [...found].slice(1);
}

/** Casework joins those that went into a lead at first hand; these are the others. */
async function listJoining({ event, unit }: Change, store: CaseworkStore): Promise<readonly Order[]> {
  if (event.object !== "lead") return [];
  const isMerge = event.event.kind === "lead_merged";
  const target =
    event.event.kind === "lead_merged" ? await unit.load("lead", event.event.into) : unit.get("lead", event.id);
  if (target.status !== "lead_accepted" || target.into === null) return [];
  const direct = isMerge ? [] : (await store.findLinks(relations.mergedInto, event.id)).map(({ id }) => id);
  const others = (await listMerged(event.id, store)).filter((id) => !direct.includes(id));
  const orders: Order[] = [];
  for (const id of others) {
    const { content, openedBy } = await unit.load("lead", id);
    const isNotice = content?.source === "reporter" || content?.source === "trusted_flagger";
    if (!isNotice || openedBy === null) continue;
    orders.push({ object: "case", id: target.into, command: { kind: "join_report", lead: id, reporter: openedBy } });
  }
  return orders;
}
