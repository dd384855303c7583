import { join } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { dropDeleted, inTransaction, openDatabase, type StoreLimits } from "../../sqlite/database.ts";
import { SeenTable } from "./seen-table.ts";
import { toSegmentName } from "./segment-files.ts";
import { segmentSchema, selectState, toSegmentState, type SegmentState } from "./segment-schema.ts";
import { toStoredRecord, type StoredRecord } from "./stored-record.ts";

/** A change of kept actions: of their text, or (null) that they go. */
export type Change = {
  readonly source: string;
  readonly id: string;
  /** Their offsets, ascending: one, or several where the same came again behind the horizon. */
  readonly targets: readonly number[];
  readonly text: string | null;
};

const columns = "record.offset, record.kind, source.name AS source, record.body";
const joined = "record LEFT JOIN source ON source.number = record.source";

/** One segment file, for the one who writes. Methods that change are called inside `transact`. */
export class Segment {
  readonly day: number;
  readonly seen: SeenTable;
  state: SegmentState;
  readonly #db: DatabaseSync;
  readonly #sources = new Map<string, number>();
  readonly #insert: StatementSync;
  readonly #insertBytes: StatementSync;
  readonly #select: StatementSync;
  readonly #ofAccount: StatementSync;
  readonly #changes: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #save: StatementSync;

  /** `start` says where a new segment begins; one that is there keeps its own. */
  constructor(folder: string, day: number, start: SegmentState, limits: StoreLimits) {
    this.day = day;
    const db = openDatabase(join(folder, toSegmentName(day)), segmentSchema, limits);
    this.#db = db;
    try {
      this.#insert = db.prepare("INSERT INTO record VALUES (?, ?, ?, ?, ?)");
      this.#insertBytes = db.prepare("INSERT INTO record VALUES (?, ?, ?, ?, CAST(? AS TEXT))");
      this.#select = db.prepare(`SELECT ${columns} FROM ${joined} WHERE record.offset = ?`);
      this.#ofAccount = db.prepare(
        `SELECT ${columns} FROM ${joined} WHERE record.offset > ? AND record.offset <= ? AND record.account = ? ` +
          `AND record.kind = 0 ORDER BY record.offset`,
      );
      this.#changes = db.prepare(
        `SELECT ${columns} FROM ${joined} WHERE record.offset > ? AND record.kind IN (1, 2) ORDER BY record.offset LIMIT ?`,
      );
      this.#update = db.prepare("UPDATE record SET body = ? WHERE offset = ?");
      this.#delete = db.prepare("DELETE FROM record WHERE offset = ?");
      this.#save = db.prepare(
        "INSERT INTO segment VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET latest = excluded.latest, " +
          "actions = excluded.actions, first_arrival = excluded.first_arrival, last_arrival = excluded.last_arrival, " +
          "max_at = excluded.max_at, watermark = excluded.watermark",
      );
      const row = db.prepare(selectState).get();
      this.state = row === undefined ? { ...start } : toSegmentState(row);
      this.seen = new SeenTable(db);
      if (row === undefined) this.transact(() => undefined);
      this.#readSources();
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** One durable transaction; whatever `work` throws undoes all of it, here and in the file. */
  transact<T>(work: () => T): T {
    const before = { ...this.state };
    try {
      return inTransaction(this.#db, () => {
        const result = work();
        const { firstOffset, latest, actions, firstArrival, lastArrival, maxAt, watermark } = this.state;
        this.#save.run(firstOffset, latest, actions, firstArrival, lastArrival, maxAt, watermark);
        return result;
      });
    } catch (error) {
      this.state = before;
      this.#readSources();
      this.seen.load();
      throw error;
    }
  }

  /** The number that stands for a source in this segment. */
  numberOf(source: string): number {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    const { lastInsertRowid } = this.#db.prepare("INSERT INTO source (name) VALUES (?)").run(source);
    this.#sources.set(source, Number(lastInsertRowid));
    return Number(lastInsertRowid);
  }

  insert(offset: number, code: number, source: number, body: string): void {
    this.#insert.run(offset, code, source, 0, body);
  }

  insertAction(offset: number, source: number, account: number, body: Uint8Array): void {
    this.#insertBytes.run(offset, 0, source, account, body);
  }

  record(offset: number): StoredRecord | null {
    const row = this.#select.get(offset);
    return row === undefined ? null : toStoredRecord(row);
  }

  /** Behind `from` up to `to`, by the mark of the account: others may have the same. */
  recordsOfAccount(account: number, from: number, to: number): readonly StoredRecord[] {
    return this.#ofAccount.all(from, to, account).map(toStoredRecord);
  }

  /** Edits and deletions. */
  changesAfter(offset: number, limit: number): readonly StoredRecord[] {
    return this.#changes.all(offset, limit).map(toStoredRecord);
  }

  replaceBody(offset: number, body: string): void {
    this.#update.run(body, offset);
  }

  removeAction(offset: number): void {
    if (this.#delete.run(offset).changes === 1) this.state.actions -= 1;
  }

  defer({ source, id, targets, text }: Change): void {
    this.#db.prepare("INSERT INTO pending VALUES (?, ?, ?, ?)").run(source, id, JSON.stringify(targets), text);
  }

  listPending(): readonly Change[] {
    const rows = this.#db.prepare("SELECT source, id, targets, text FROM pending ORDER BY rowid").all();
    return rows.map((row) => ({
      source: String(row["source"]),
      id: String(row["id"]),
      targets: JSON.parse(String(row["targets"])) as readonly number[],
      text: row["text"] === null ? null : String(row["text"]),
    }));
  }

  clearPending(): void {
    this.#db.exec("DELETE FROM pending");
  }

  dropDeleted(): void {
    dropDeleted(this.#db);
  }

  close(): void {
    this.#db.close();
  }

  #readSources(): void {
    this.#sources.clear();
    for (const row of this.#db.prepare("SELECT number, name FROM source").all()) {
      this.#sources.set(String(row["name"]), Number(row["number"]));
    }
  }
}
