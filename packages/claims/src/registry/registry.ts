import type { RegistryCommand, RegistryRefusal } from "./commands.ts";
import { decide, evolve, type Actor } from "./decide.ts";
import type { Entry } from "./entry.ts";
import { getInForce, type EntryRecord, type EntryVersion } from "./record.ts";

/** Records that are read when they are asked for: a file, or nothing. */
export interface RecordStore {
  readonly ids: readonly string[];
  /** The whole history of an entry, by its place in `ids`. */
  record(place: number): EntryRecord;
  /** The version in force alone. */
  inForce(place: number): EntryVersion;
  /** A record as it is written, where it is kept so. */
  written(place: number): WrittenRecord | null;
}

/** The versions of a record, each as the UTF-8 of its JSON, and which of them is in force. */
export type WrittenRecord = { readonly versions: readonly Uint8Array[]; readonly inForce: number };

export type Dispatched =
  | { readonly ok: true; readonly version: EntryVersion; readonly place: number }
  | { readonly ok: false; readonly refusal: RegistryRefusal };

/**
 * Entries with all their versions. A place is the number of an entry by its arrival; it never changes, so that an index
 * may speak of places. What came from a file stays there until it is asked for.
 */
export interface Registry {
  readonly size: number;
  /** The place of an entry, or -1. */
  placeOf(id: string): number;
  idAt(place: number): string;
  /** The entry that posts are checked against. Throws where there is no such place, as do all of these. */
  entryAt(place: number): Entry;
  versionAt(place: number): EntryVersion;
  recordAt(place: number): EntryRecord;
  find(id: string): EntryRecord | undefined;
  /** The entries in force, by place. */
  entries(): Iterable<Entry>;
  /** Carries out a command, or says why not. */
  dispatch(id: string, command: RegistryCommand, actor: Actor): Dispatched;
  /** Takes over a whole history from a copy of this very registry. False where the id is here already. */
  restore(record: EntryRecord): boolean;
  /** The record as the store holds it; null where it has none, or an older one. Saves writers the parsing. */
  writtenAt(place: number): WrittenRecord | null;
}

export function createRegistry(store: RecordStore = emptyStore): Registry {
  return new StoredRegistry(store);
}

const emptyStore: RecordStore = {
  ids: [],
  record: (place) => outOfRange(place),
  inForce: (place) => outOfRange(place),
  written: () => null,
};

class StoredRegistry implements Registry {
  readonly #store: RecordStore;
  readonly #ids: string[];
  readonly #places = new Map<string, number>();
  readonly #changed = new Map<number, EntryRecord>();

  constructor(store: RecordStore) {
    this.#store = store;
    this.#ids = [...store.ids];
    for (const [place, id] of this.#ids.entries()) this.#places.set(id, place);
  }

  get size(): number {
    return this.#ids.length;
  }

  placeOf(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  idAt(place: number): string {
    return this.#ids[place] ?? outOfRange(place);
  }

  entryAt(place: number): Entry {
    return this.versionAt(place).entry;
  }

  versionAt(place: number): EntryVersion {
    this.idAt(place);
    const changed = this.#changed.get(place);
    return changed === undefined ? this.#store.inForce(place) : getInForce(changed);
  }

  recordAt(place: number): EntryRecord {
    this.idAt(place);
    return this.#changed.get(place) ?? this.#store.record(place);
  }

  find(id: string): EntryRecord | undefined {
    const place = this.placeOf(id);
    return place < 0 ? undefined : this.recordAt(place);
  }

  *entries(): Iterable<Entry> {
    for (let place = 0; place < this.size; place += 1) yield this.entryAt(place);
  }

  dispatch(id: string, command: RegistryCommand, actor: Actor): Dispatched {
    const record = this.find(id);
    const decided = decide(record, command, actor);
    if (!decided.ok) return decided;
    return { ok: true, version: decided.version, place: this.#put(id, evolve(record, decided.version)) };
  }

  restore(record: EntryRecord): boolean {
    const { id } = getInForce(record).entry;
    if (this.#places.has(id)) return false;
    this.#put(id, record);
    return true;
  }

  writtenAt(place: number): WrittenRecord | null {
    return this.#changed.has(place) ? null : this.#store.written(place);
  }

  #put(id: string, record: EntryRecord): number {
    const place = this.#places.get(id) ?? this.#ids.push(id) - 1;
    this.#places.set(id, place);
    this.#changed.set(place, record);
    return place;
  }
}

function outOfRange(place: number): never {
  throw new RangeError(`There is no entry at place ${place}.`);
}
