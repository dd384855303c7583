import { toWilsonInterval } from "@breakwater/casework";
import { toRank } from "../judge/draw-audit.ts";
import type { JudgedEpoch } from "../judge/judged-epoch.ts";
import type { DetectionGroup } from "../groups/group.ts";

/** Something that was *not* flagged, drawn for a person to look at: how misses become known. */
export type AuditItem = {
  readonly id: string;
  /** An account that is in no group, or a group of unknown authenticity, which opened no lead. */
  readonly subject:
    | { readonly kind: "account"; readonly account: string; readonly actions: number }
    | { readonly kind: "group"; readonly groupId: string };
  /** End of the epoch that seeded the draw, event time. */
  readonly epoch: number;
  /** How many there were to draw from, and how many were drawn. */
  readonly eligible: number;
  readonly drawn: number;
  readonly verdict: AuditVerdict | null;
};

export type AuditVerdict = {
  /** `missed`: it belongs to a campaign. `fine`: it does not. `unclear`: what could be seen does not tell. */
  readonly verdict: "missed" | "fine" | "unclear";
  readonly by: string;
  readonly at: number;
  readonly note: string;
};

/** What the audits say about misses: of those looked at, and projected to all that could have been drawn. */
export type MissEstimate = {
  readonly subject: "account" | "group";
  readonly offered: number;
  readonly missed: number;
  readonly fine: number;
  readonly unclear: number;
  /** Share missed among those that could be told, with its 95% interval by Wilson; null before the first. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
  /** That share of all that could be drawn on a day, on average over the days. */
  readonly missedPerDay: { readonly low: number; readonly high: number } | null;
};

const groupsPerDay = 3;

/** The day's items: the accounts that the judge drew, and as evenly some of the open groups that are no campaign. */
export function toAuditItems(epoch: JudgedEpoch, open: readonly DetectionGroup[]): readonly AuditItem[] {
  if (epoch.audit === null) return [];
  const groups = open
    .filter(({ kind, lead }) => kind === "coordinated" && lead.kind === "none")
    .map((group) => ({ group, rank: toRank(epoch.end, group.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const { drawn, eligible } = epoch.audit;
  const chosen = groups.slice(0, groupsPerDay);
  const common = { epoch: epoch.end, verdict: null };
  return [
    ...drawn.map((one, i) => ({
      ...common,
      id: toAuditId(epoch.end, i),
      subject: { kind: "account" as const, ...one },
      eligible,
      drawn: drawn.length,
    })),
    ...chosen.map(({ group }, i) => ({
      ...common,
      id: toAuditId(epoch.end, drawn.length + i),
      subject: { kind: "group" as const, groupId: group.id },
      eligible: groups.length,
      drawn: chosen.length,
    })),
  ];
}

function toAuditId(end: number, place: number): string {
  return `a-${String(end).padStart(15, "0")}-${String(place + 1).padStart(2, "0")}`;
}

export function estimateMisses(items: readonly AuditItem[]): readonly MissEstimate[] {
  return (["account", "group"] as const).map((subject) => {
    const asked = items.filter((item) => item.subject.kind === subject);
    const count = (kind: AuditVerdict["verdict"]): number =>
      asked.filter(({ verdict }) => verdict?.verdict === kind).length;
    const [missed, fine, unclear] = [count("missed"), count("fine"), count("unclear")];
    const of = missed + fine;
    const interval = toWilsonInterval(missed, of);
    const perDay = new Map(asked.map(({ epoch, eligible }) => [epoch, eligible]));
    const eligible = [...perDay.values()].reduce((sum, one) => sum + one, 0) / Math.max(1, perDay.size);
    return {
      subject,
      offered: asked.length,
      missed,
      fine,
      unclear,
      share: of === 0 ? null : missed / of,
      ...interval,
      missedPerDay: of === 0 ? null : { low: interval.low * eligible, high: interval.high * eligible },
    };
  });
}
