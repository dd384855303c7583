import type { Action } from "@breakwater/records";
import type { ActionLog, Appended, LogRecord } from "./action-log.ts";
import { decodeActions, type ActionBatch, type BatchOutcome } from "./action-batch.ts";
import type { BatchLog, LogProgress } from "./batch-log.ts";
import { startOfDay, toDay } from "./segments/segment-files.ts";

type Kept = { readonly offset: number; readonly source: string; readonly id: string } & (
  | { readonly kind: "action"; action: Action }
  | { readonly kind: "edit"; readonly target: number }
  | { readonly kind: "deletion" }
  | { readonly kind: "watermark"; readonly at: number }
);

type Segment = {
  readonly day: number;
  records: Kept[];
  readonly seen: Set<string>;
  arrivals: { readonly from: number; readonly to: number } | null;
};

/** The action log as plainly as it can be said: for tests, and as what the other is held against. */
export function createMemoryActionLog(): ActionLog & BatchLog {
  let segments: Segment[] = [];
  let latest = 0;
  let lastArrival = 0;
  let progress: LogProgress = { maxAt: 0, watermark: 0 };

  const segmentFor = (at: number): Segment => {
    const newest = segments.at(-1);
    if (newest !== undefined && toDay(at) <= newest.day) return newest;
    const made: Segment = { day: toDay(at), records: [], seen: new Set(), arrivals: null };
    segments.push(made);
    return made;
  };
  const listActions = (): Extract<Kept, { kind: "action" }>[] =>
    segments.flatMap(({ records }) => records).filter((record) => record.kind === "action");
  const findAll = (source: string, id: string): Extract<Kept, { kind: "action" }>[] =>
    listActions().filter((kept) => kept.source === source && kept.id === id);
  const drop = (gone: readonly Kept[]): void => {
    for (const segment of segments) segment.records = segment.records.filter((record) => !gone.includes(record));
  };

  const appendOne = (source: string, action: Action, at: number): Appended => {
    const segment = segmentFor(at);
    const key = JSON.stringify([source, action.id]);
    if (segments.slice(-2).some(({ seen }) => seen.has(key))) return { kind: "duplicate" };
    segment.seen.add(key);
    latest += 1;
    segment.records.push({ offset: latest, source, id: action.id, kind: "action", action: structuredClone(action) });
    const arrival = Math.max(lastArrival, at);
    segment.arrivals ??= { from: arrival, to: arrival };
    progress = { ...progress, maxAt: Math.max(progress.maxAt, action.at) };
    return { kind: "stored", offset: latest };
  };

  const noteArrival = (segment: Segment, at: number): void => {
    lastArrival = Math.max(lastArrival, at);
    if (segment.arrivals !== null) segment.arrivals = { ...segment.arrivals, to: lastArrival };
  };

  const toRecord = (kept: Kept): readonly LogRecord[] => {
    const { offset, source, id } = kept;
    switch (kept.kind) {
      case "action":
        return [{ offset, kind: "action", source, action: structuredClone(kept.action) }];
      case "edit": {
        const target = listActions().find((action) => action.offset === kept.target);
        return target ? [{ offset, kind: "edit", source, id, action: structuredClone(target.action) }] : [];
      }
      case "deletion":
        return [{ offset, kind: "deletion", source, id }];
      case "watermark":
        return [{ offset, kind: "watermark", at: kept.at }];
    }
  };

  return {
    append: async (source, actions, at) => {
      const segment = segmentFor(at);
      const appended = actions.map((action) => appendOne(source, action, at));
      noteArrival(segment, at);
      return appended;
    },
    appendBatch: async (batch: ActionBatch, at: number): Promise<BatchOutcome> => {
      const segment = segmentFor(at);
      const firstOffset = latest + 1;
      const actions = decodeActions(batch);
      const appended = actions.map((action) => appendOne(batch.source, action, at));
      noteArrival(segment, at);
      const duplicates = appended.flatMap(({ kind }, i) => (kind === "duplicate" ? [i] : []));
      const times = actions.flatMap((action, i) => (appended[i]?.kind === "stored" ? [action.at] : []));
      return { stored: times.length, firstOffset, duplicates, maxAt: Math.max(0, ...times) };
    },
    appendWatermark: async (at) => {
      latest += 1;
      const segment = segments.at(-1) ?? segmentFor(at);
      segment.records.push({ offset: latest, source: "", id: "", kind: "watermark", at });
      progress = { ...progress, watermark: Math.max(progress.watermark, at) };
      return latest;
    },
    edit: async (source, id, text, at) => {
      const segment = segmentFor(at);
      const found = findAll(source, id);
      const newest = found.at(-1);
      if (newest === undefined) return false;
      for (const kept of found) kept.action = { ...kept.action, text };
      latest += 1;
      segment.records.push({ offset: latest, source, id, kind: "edit", target: newest.offset });
      return true;
    },
    remove: async (source, id, at) => {
      const segment = segmentFor(at);
      const found = findAll(source, id);
      if (found.length === 0) return false;
      drop(found);
      latest += 1;
      segment.records.push({ offset: latest, source, id, kind: "deletion" });
      return true;
    },
    find: async (source, id) => structuredClone(findAll(source, id).at(-1)?.action ?? null),
    listOfAccount: async function* (account) {
      for (const { source, action } of listActions()) {
        if (action.account === account) yield { source, action: structuredClone(action) };
      }
    },
    eraseAccount: async (account, at) => {
      const found = listActions().filter(({ action }) => action.account === account);
      if (found.length === 0) return 0;
      const segment = segmentFor(at);
      drop(found);
      for (const { source, id } of found) {
        latest += 1;
        segment.records.push({ offset: latest, source, id, kind: "deletion" });
      }
      return found.length;
    },
    deleteBefore: async (at) => {
      const gone = segments.filter(({ day }) => startOfDay(day + 1) <= at);
      segments = segments.filter(({ day }) => startOfDay(day + 1) > at);
      if (gone.length > 0 && segments.length === 0) segmentFor(at);
      const actions = gone.flatMap(({ records }) => records).filter(({ kind }) => kind === "action").length;
      return { actions, segments: gone.length };
    },
    readChanges: async (offset, limit) =>
      segments
        .flatMap(({ records }) => records)
        .flatMap(({ kind, source, id, offset: at }) =>
          at > offset && (kind === "edit" || kind === "deletion") ? [{ offset: at, kind, source, id }] : [],
        )
        .slice(0, limit),
    dropDeleted: async () => undefined,
    progress: async () => progress,
    stats: async () => {
      const arrivals = segments.flatMap((segment) => (segment.arrivals === null ? [] : [segment.arrivals]));
      return {
        actions: listActions().length,
        segments: segments.length,
        from: arrivals[0]?.from ?? null,
        to: arrivals.at(-1)?.to ?? null,
        bytes: 0,
      };
    },
    read: async (offset, limit) =>
      segments
        .flatMap(({ records }) => records)
        .filter((record) => record.offset > offset)
        .flatMap(toRecord)
        .slice(0, limit),
    latest: async () => latest,
    close: () => undefined,
  };
}
