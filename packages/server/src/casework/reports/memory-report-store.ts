import type { IdentityView, ReportRecord, ReportStore } from "./report-store.ts";

/** The obvious way: what the other stores are held against. */
export function createMemoryReportStore(): ReportStore {
  const reports = new Map<string, ReportRecord>();
  const unappended = new Set<string>();
  const views = new Map<string, readonly IdentityView[]>();
  const compare = (a: ReportRecord, b: ReportRecord): number =>
    a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const listAll = (keeps: (report: ReportRecord) => boolean): readonly ReportRecord[] =>
    [...reports.values()].filter(keeps).sort(compare);
  return {
    add: async (report) => {
      const isTaken = listAll(({ id, lead }) => id === report.id || lead === report.lead).length > 0;
      if (isTaken) throw new Error("The id or the lead is taken.");
      reports.set(report.id, report);
      unappended.add(report.id);
    },
    find: async (id) => reports.get(id) ?? null,
    findByLead: async (lead) => listAll((report) => report.lead === lead)[0] ?? null,
    write: async (report) => {
      reports.set(report.id, report);
    },
    list: async ({ statuses, object, lead, after, limit }) =>
      listAll(
        (report) =>
          (statuses === undefined || statuses.includes(report.status)) &&
          (object === undefined || report.object.id === object) &&
          (lead === undefined || report.lead === lead) &&
          (after === undefined || compare(report, { ...report, receivedAt: after[0], id: after[1] }) < 0),
      )
        .toReversed()
        .slice(0, limit),
    listAlike: async ({ object, category, source, limit }) =>
      listAll(
        (report) =>
          report.status === "received" &&
          report.object.id === object.id &&
          report.object.kind === object.kind &&
          report.category === category &&
          report.source === source,
      ).slice(0, limit),
    listOfAccount: async (account, limit) =>
      listAll((report) => report.account === account)
        .toReversed()
        .slice(0, limit),
    listToForget: async ({ at, decidedBy, limit }) =>
      listAll(({ retainUntil, decidedAt }) => (retainUntil ?? Infinity) <= at && (decidedAt ?? Infinity) <= decidedBy)
        .toSorted((a, b) => (a.retainUntil ?? 0) - (b.retainUntil ?? 0) || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    listUnappended: async (limit) => listAll(({ id }) => unappended.has(id)).slice(0, limit),
    noteAppended: async (id) => {
      unappended.delete(id);
    },
    addView: async (report, view) => {
      views.set(report, [...(views.get(report) ?? []), view]);
    },
    listViews: async (report) => views.get(report) ?? [],
  };
}
