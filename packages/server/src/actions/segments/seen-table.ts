import type { DatabaseSync, StatementSync } from "node:sqlite";
import { SeenFilter } from "./seen-filter.ts";

/** Parts of the key's range, by its upper eight bits. */
const sliceCount = 256;
/** Keys that may wait in memory, about 60 bytes each. */
const waitingMax = 1 << 18;
/** Keys of the tree that the filter learns at a time, about a millisecond's worth. */
const learntAtOnce = 2000;
const keyMin = -(2n ** 63n);

/**
 * Which keys a segment has seen, and where. Keys are spread evenly over 64 bits, so that putting each into the tree of `seen` at once
 * would write a page for every action. They wait in memory instead, and durably in `claimed`, a blob for each batch; when too many wait, a
 * slice of the range goes into the tree in order, which then writes a page for a dozen actions. `slice` says up to which
 * offset. A filter saves most looks into the tree for keys that are new; after an opening it learns the tree little by little.
 * Changes belong inside a transaction; when one is undone, `load` brings back what is in the file.
 */
export class SeenTable {
  readonly #waiting: readonly Map<bigint, number>[] = Array.from(
    { length: sliceCount },
    () => new Map<bigint, number>(),
  );
  readonly #db: DatabaseSync;
  readonly #select: StatementSync;
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #note: StatementSync;
  readonly #mark: StatementSync;
  readonly #keysFrom: StatementSync;
  #count = 0;
  #nextSlice = 0;
  /** Null while the tree is empty. */
  #filter: SeenFilter | null = null;
  /** The tree's keys below it are in the filter; null where all are. */
  #learntTo: bigint | null = null;
  /** Claimed since `note`, with offsets that follow one another. */
  #claimed: bigint[] = [];
  #lastOffset = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#select = db.prepare("SELECT offset FROM seen WHERE key = ?");
    this.#insert = db.prepare("INSERT INTO seen VALUES (?, ?) ON CONFLICT (key) DO NOTHING");
    this.#replace = db.prepare(
      "INSERT INTO seen VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET offset = excluded.offset",
    );
    this.#note = db.prepare("INSERT INTO claimed VALUES (?, ?)");
    this.#mark = db.prepare(
      "INSERT INTO slice VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET merged_to = excluded.merged_to",
    );
    this.#keysFrom = db.prepare("SELECT key FROM seen WHERE key >= ? ORDER BY key LIMIT ?");
    this.#keysFrom.setReadBigInts(true);
    if (db.prepare("SELECT 1 FROM seen LIMIT 1").get() !== undefined) {
      this.#filter = new SeenFilter();
      this.#learntTo = keyMin;
    }
    this.load();
  }

  /** Keys that are not in the tree yet. */
  get waiting(): number {
    return this.#count;
  }

  /** Offset of the record that a key leads to. */
  find(key: bigint): number | null {
    split(key);
    // What is in the tree counts: `point` writes there, past what waits.
    if (this.#filter !== null && (this.#learntTo !== null || this.#filter.mayHave(high(), low()))) {
      const offset = this.#select.get(key)?.["offset"];
      if (typeof offset === "number") return offset;
    }
    return this.#waiting[slice()]?.get(key) ?? null;
  }

  /** False where the key is taken. Offsets of claims between two calls of `note` follow one another. */
  claim(key: bigint, offset: number): boolean {
    if (this.find(key) !== null) return false;
    this.#waiting[slice()]?.set(key, offset);
    this.#count++;
    this.#claimed.push(key);
    this.#lastOffset = offset;
    return true;
  }

  /** Lets a key lead to another record. */
  point(key: bigint, offset: number): void {
    this.#replace.run(key, offset);
    this.#addToFilter(key);
  }

  /** Makes the claims part of the transaction. Takes slices into the tree where too many keys wait. */
  note(): void {
    if (this.#claimed.length === 0) return;
    const keys = BigInt64Array.from(this.#claimed);
    this.#note.run(this.#lastOffset - keys.length + 1, new Uint8Array(keys.buffer));
    this.#claimed = [];
    while (this.#count > waitingMax) this.merge();
    this.#learn();
  }

  /** Takes the next slice into the tree. */
  merge(): void {
    const number = this.#nextSlice;
    this.#nextSlice = (number + 1) % sliceCount;
    const waiting = this.#waiting[number];
    if (waiting === undefined) return;
    for (const key of BigInt64Array.from(waiting.keys()).sort()) {
      this.#insert.run(key, waiting.get(key) ?? 0);
      this.#addToFilter(key);
    }
    this.#count -= waiting.size;
    waiting.clear();
    this.#mark.run(number, this.#lastOffset);
  }

  /** Reads what waits. */
  load(): void {
    const mergedTo = Array.from({ length: sliceCount }, () => 0);
    for (const row of this.#db.prepare("SELECT number, merged_to FROM slice").all()) {
      mergedTo[Number(row["number"])] = Number(row["merged_to"]);
    }
    for (const waiting of this.#waiting) waiting.clear();
    this.#claimed = [];
    this.#lastOffset = Math.max(...mergedTo);
    const oldest = Math.min(...mergedTo);
    this.#nextSlice = mergedTo.indexOf(oldest);
    // A slice was merged at the end of a batch, so that none is needed in part.
    const rows = this.#db.prepare(
      "SELECT first_offset, keys FROM claimed WHERE first_offset > ? ORDER BY first_offset",
    );
    for (const row of rows.iterate(oldest)) {
      let offset = Number(row["first_offset"]);
      for (const key of toKeys(row["keys"])) {
        split(key);
        const number = slice();
        if (offset > (mergedTo[number] ?? 0)) this.#waiting[number]?.set(key, offset);
        offset++;
      }
      this.#lastOffset = Math.max(this.#lastOffset, offset - 1);
    }
    this.#count = this.#waiting.reduce((sum, { size }) => sum + size, 0);
  }

  #addToFilter(key: bigint): void {
    this.#filter ??= new SeenFilter();
    split(key);
    this.#filter.add(high(), low());
  }

  #learn(): void {
    if (this.#learntTo === null) return;
    const rows = this.#keysFrom.all(this.#learntTo, learntAtOnce);
    for (const { key } of rows) if (typeof key === "bigint") this.#addToFilter(key);
    const last = rows.at(-1)?.["key"];
    this.#learntTo = rows.length === learntAtOnce && typeof last === "bigint" ? last : null;
  }
}

const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);

/** For `high`, `low` and `slice`: arithmetic on a bigint would cost more than the rest of a look. */
function split(key: bigint): void {
  whole[0] = key;
}

function low(): number {
  return halves[0] ?? 0;
}

function high(): number {
  return halves[1] ?? 0;
}

/** Ascending with the keys. */
function slice(): number {
  return (high() >> 24) + sliceCount / 2;
}

function toKeys(blob: unknown): BigInt64Array {
  if (!(blob instanceof Uint8Array)) throw new Error("The keys of a batch are no bytes.");
  return new BigInt64Array(blob.slice().buffer);
}
