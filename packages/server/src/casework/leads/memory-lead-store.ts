import type { LeadSource, LeadState } from "@breakwater/casework";
import type { LeadNote, LeadOrigin, LeadStore } from "./lead-store.ts";

type Line = {
  readonly status: LeadState["status"];
  readonly source: LeadSource;
  readonly learning: boolean;
  readonly openedAt: number;
  readonly expiresAt: number;
};

/** The obvious way: what the other stores are held against. */
export function createMemoryLeadStore(): LeadStore {
  const lines = new Map<string, Line>();
  let origins: readonly LeadOrigin[] = [];
  const notes = new Map<string, readonly LeadNote[]>();
  const joins = new Map<string, string>();
  const unsettled = new Map<string, string>();
  const listJoined = (into: string): readonly string[] =>
    [...joins].filter(([, other]) => other === into).map(([lead]) => lead);
  return {
    clear: async () => lines.clear(),
    take: async ({ object, id, state, createdAt }) => {
      if (object !== "lead") return;
      const { status, content, expiresAt } = state as LeadState;
      if (content === null) return;
      const { source, learning } = content;
      lines.set(id, { status, source, learning, openedAt: createdAt, expiresAt: expiresAt ?? 0 });
    },
    list: async ({ statuses, source, learning, sort, after, limit }) => {
      const sign = sort === "newest" ? -1 : 1;
      const compare = (a: readonly [number, string], b: readonly [number, string]): number =>
        sign * (a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
      return [...lines]
        .filter(([id]) => !joins.has(id))
        .filter(([, line]) => statuses === undefined || statuses.includes(line.status))
        .filter(([, line]) => source === undefined || line.source === source)
        .filter(([, line]) => learning === undefined || line.learning === learning)
        .map(([id, { openedAt, expiresAt }]) => [sort === "newest" ? openedAt : expiresAt, id] as const)
        .sort(compare)
        .filter((place) => after === undefined || compare(after, place) < 0)
        .slice(0, limit)
        .map(([value, id]) => ({ id, value }));
    },
    keepOrigin: async (origin) => {
      if (origins.some(({ key, lead }) => key === origin.key || lead === origin.lead)) throw new Error("Kept already.");
      origins = [...origins, origin];
    },
    dropOrigin: async (lead) => {
      origins = origins.filter((origin) => origin.lead !== lead);
    },
    findByKey: async (key) => origins.find((origin) => origin.key === key) ?? null,
    findOrigin: async (lead) => origins.find((origin) => origin.lead === lead) ?? null,
    addNote: async (lead, note) => {
      notes.set(lead, [...(notes.get(lead) ?? []), note]);
    },
    listNotes: async (lead, limit) => (notes.get(lead) ?? []).slice(-limit),
    findNote: async (lead, kind) => (notes.get(lead) ?? []).findLast((note) => note.kind === kind) ?? null,
    join: async (lead, into) => {
      if (joins.has(lead)) throw new Error("Joined already.");
      joins.set(lead, into);
    },
    unjoin: async (lead) => {
      joins.delete(lead);
    },
    listWaitingJoined: async (into, limit) =>
      listJoined(into)
        .filter((lead) => isWaiting(lines.get(lead)))
        .slice(0, limit),
    countJoined: async (into) => listJoined(into).length,
    findJoinedTo: async (lead) => joins.get(lead) ?? null,
    addUnsettled: async (into, decidedBy) => {
      if (!unsettled.has(into)) unsettled.set(into, decidedBy);
    },
    listUnsettled: async () =>
      [...unsettled].map(([into, decidedBy]) => ({ into, decidedBy })).sort((a, b) => (a.into < b.into ? -1 : 1)),
    removeUnsettled: async (into) => {
      unsettled.delete(into);
    },
  };
}

function isWaiting(line: Line | undefined): boolean {
  return line?.status === "lead_open" || line?.status === "lead_returned";
}
