import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { ActionLogReader, LogRecord } from "./action-log.ts";
import { listSegmentDays, toSegmentName } from "./segments/segment-files.ts";
import { selectState, toSegmentState } from "./segments/segment-schema.ts";
import {
  recordCodes,
  toAction,
  toStoredRecord,
  type EditBody,
  type StoredRecord,
  type WatermarkBody,
} from "./segments/stored-record.ts";

/** How long a statement waits for the writer: milliseconds. Readers hardly ever do. */
const waitMs = 10_000;

/**
 * Reads the log in a folder beside its writer, from another thread or process. Every `read` is several short reads: it sees what was
 * durable when it came by. Cost: one look at the folder, then what the records take.
 */
export function openActionLogReader(folder: string): ActionLogReader {
  return new SqliteActionLogReader(folder);
}

type OpenSegment = {
  readonly day: number;
  readonly db: DatabaseSync;
  readonly firstOffset: number;
  readonly after: StatementSync;
  readonly one: StatementSync;
  readonly state: StatementSync;
};

class SqliteActionLogReader implements ActionLogReader {
  readonly #folder: string;
  readonly #opened = new Map<number, OpenSegment>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(offset: number, limit: number): Promise<readonly LogRecord[]> {
    const segments = this.#list();
    const records: LogRecord[] = [];
    let behind = offset;
    for (const [i, segment] of segments.entries()) {
      const next = segments[i + 1];
      if (next !== undefined && next.firstOffset <= behind + 1) continue;
      for (;;) {
        const missing = limit - records.length;
        if (missing <= 0) return records;
        const rows = segment.after.all(behind, missing).map(toStoredRecord);
        for (const row of rows) {
          const record = toLogRecord(row, (target) => findRecord(segments, target));
          if (record !== null) records.push(record);
        }
        behind = rows.at(-1)?.offset ?? behind;
        if (rows.length < missing) break;
      }
    }
    return records;
  }

  async latest(): Promise<number> {
    const row = this.#list().at(-1)?.state.get();
    return row === undefined ? 0 : toSegmentState(row).latest;
  }

  close(): void {
    for (const { db } of this.#opened.values()) db.close();
    this.#opened.clear();
  }

  /** Ascending; those that were dropped since are let go, and one that is just being made is not there yet. */
  #list(): readonly OpenSegment[] {
    const days = new Set(listSegmentDays(this.#folder));
    for (const [day, { db }] of this.#opened) {
      if (days.has(day)) continue;
      db.close();
      this.#opened.delete(day);
    }
    for (const day of days) {
      if (this.#opened.has(day)) continue;
      const segment = openSegment(this.#folder, day);
      if (segment !== null) this.#opened.set(day, segment);
    }
    return [...this.#opened.values()].sort((a, b) => a.day - b.day);
  }
}

function openSegment(folder: string, day: number): OpenSegment | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(join(folder, toSegmentName(day)), { readOnly: true, timeout: waitMs });
    const state = db.prepare(selectState);
    const row = state.get();
    if (row !== undefined) {
      const select =
        "SELECT record.offset, record.kind, source.name AS source, record.body " +
        "FROM record LEFT JOIN source ON source.number = record.source ";
      const after = db.prepare(`${select} WHERE record.offset > ? ORDER BY record.offset LIMIT ?`);
      const one = db.prepare(`${select} WHERE record.offset = ?`);
      return { day, db, firstOffset: toSegmentState(row).firstOffset, after, one, state };
    }
  } catch (error) {
    db?.close();
    if (isUnfinished(error)) return null;
    throw error;
  }
  db.close();
  return null;
}

/** No tables yet, or the file went between the look at the folder and the opening. */
function isUnfinished(error: unknown): boolean {
  return error instanceof Error && /no such table|unable to open/.test(error.message);
}

function findRecord(segments: readonly OpenSegment[], offset: number): StoredRecord | null {
  const segment = segments.findLast(({ firstOffset }) => firstOffset <= offset);
  const row = segment?.one.get(offset);
  return row === undefined ? null : toStoredRecord(row);
}

function toLogRecord(record: StoredRecord, find: (offset: number) => StoredRecord | null): LogRecord | null {
  const { offset, code, source, body } = record;
  switch (code) {
    case recordCodes.action:
      return { offset, kind: "action", source, action: toAction(record) };
    case recordCodes.edit: {
      const { id, target } = JSON.parse(body) as EditBody;
      const edited = find(target);
      if (edited === null) return null;
      return { offset, kind: "edit", source, id, action: toAction(edited) };
    }
    case recordCodes.deletion:
      return { offset, kind: "deletion", source, id: (JSON.parse(body) as { readonly id: string }).id };
    default:
      return { offset, kind: "watermark", at: (JSON.parse(body) as WatermarkBody).at };
  }
}
