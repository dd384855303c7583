import type { Action } from "@breakwater/records";
import type { ActionLogReader, LogRecord } from "../../actions/action-log.ts";

/** A log that grows, in memory: what was deleted reads as if it had never come, what was edited as it is now. */
export type GrowingLog = ActionLogReader & {
  readonly add: (source: string, action: Action) => void;
  readonly edit: (source: string, id: string, text: string) => boolean;
  readonly remove: (source: string, id: string) => boolean;
  readonly watermark: (at: number) => void;
};

export function createGrowingLog(): GrowingLog {
  let records: LogRecord[] = [];
  let offset = 0;
  const isOf = (record: LogRecord, source: string, id: string): boolean =>
    (record.kind === "action" || record.kind === "edit") && record.source === source && record.action.id === id;
  return {
    add: (source, action) => void records.push({ offset: ++offset, kind: "action", source, action }),
    edit: (source, id, text) => {
      const held = records.find((record) => isOf(record, source, id));
      if (held?.kind !== "action") return false;
      const action = { ...held.action, text };
      records = records.map((record) =>
        isOf(record, source, id) && (record.kind === "action" || record.kind === "edit")
          ? { ...record, action }
          : record,
      );
      records.push({ offset: ++offset, kind: "edit", source, id, action });
      return true;
    },
    remove: (source, id) => {
      if (!records.some((record) => isOf(record, source, id))) return false;
      records = records.filter((record) => !isOf(record, source, id));
      records.push({ offset: ++offset, kind: "deletion", source, id });
      return true;
    },
    watermark: (at) => void records.push({ offset: ++offset, kind: "watermark", at }),
    read: async (behind, limit) => records.filter((record) => record.offset > behind).slice(0, limit),
    latest: async () => offset,
    close: () => undefined,
  };
}
