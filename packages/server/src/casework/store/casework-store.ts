import type { AccountRecord, Base, EventOf, Instant, LeadSource, ObjectKind } from "@breakwater/casework";

/** One event of one object. `version` counts the object's events from 1, and each is given once: that is what keeps two writers apart. */
export type NewEvent = {
  readonly object: ObjectKind;
  readonly id: string;
  readonly version: number;
  readonly event: EventOf<ObjectKind>;
};
export type StoredEvent = NewEvent & { readonly sequence: number };

/** Where an object stands: what its events come to. */
export type StoredState = {
  readonly object: ObjectKind;
  readonly id: string;
  readonly state: Base<string>;
  /** Sequence and time of its first event. */
  readonly created: number;
  readonly createdAt: Instant;
  /** When the clock has something to command; null: never, as things are. */
  readonly dueAt: Instant | null;
};

/** By what other objects find this one: `merged_into` of a lead, `relies_on` of a decision, … */
export type Link = {
  readonly relation: string;
  readonly key: string;
  readonly object: ObjectKind;
  readonly id: string;
  readonly value: string;
};

/** A command that was carried out under a key: which one, and the events that came of it. */
export type KeptCommand = {
  readonly key: string;
  readonly digest: string;
  readonly first: number;
  readonly last: number;
  readonly at: Instant;
};

/** Somebody else has written this version of the object. */
export class VersionTaken extends Error {
  constructor({ object, id, version }: NewEvent) {
    super(`Version ${version} of ${object} ${id} is written already.`);
    this.name = "VersionTaken";
  }
}

/**
 * The truth about leads, cases and decisions: events, never changed, but for their words once these are to be forgotten (`rewriteEvent`).
 * All else here follows from them and can be made again (`rebuildProjection`), but for the marks of what the ledger holds and the keys of commands. Called inside a unit of the transactor.
 */
export interface CaseworkStore {
  /** Gives the sequence: rising, without use of one twice. The duty to notarise it is written with it. Throws `VersionTaken`. */
  appendEvent(event: NewEvent): Promise<number>;
  /** Those behind `after` in order, at most `limit`. */
  readEvents(after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** All of one object, in order. */
  readHistory(object: ObjectKind, id: string): Promise<readonly StoredEvent[]>;
  /** Those of these kinds behind `after` in order, at most `limit`; by index. */
  readKinds(kinds: readonly string[], after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Sequence of the newest; 0 where there was never one. */
  latestSequence(): Promise<number>;

  readState(object: ObjectKind, id: string): Promise<StoredState | null>;
  writeState(state: StoredState): Promise<void>;
  /** In the order in which they were created, behind `after` (a `created`), at most `limit`. */
  listStates(object: ObjectKind, after: number, limit: number): Promise<readonly StoredState[]>;
  /** Objects of a kind due at `at` or before, as `listStates` orders them. Cost: of the due ones, not of all. */
  listDue(
    object: ObjectKind,
    ask: { readonly at: Instant; readonly after: number; readonly limit: number },
  ): Promise<readonly Pick<StoredState, "id" | "created">[]>;

  addLink(link: Link): Promise<void>;
  removeLink(link: Link): Promise<void>;
  /** By `object`, `id` and `value`. */
  findLinks(relation: string, key: string): Promise<readonly Link[]>;

  /** Of those accounts that anything is known of. */
  readAccounts(accounts: readonly string[]): Promise<ReadonlyMap<string, AccountRecord>>;
  writeAccount(account: string, record: AccountRecord): Promise<void>;

  /** Forgets states, links and accounts, to be made again. */
  clearProjection(): Promise<void>;

  /** The oldest events that the ledger does not hold yet. */
  listUnnotarised(limit: number): Promise<readonly StoredEvent[]>;
  countUnnotarised(): Promise<number>;
  noteNotarised(sequence: number, entry: number): Promise<void>;
  /** The ledger's entry of an event; null where it has none yet. */
  findEntry(sequence: number): Promise<number | null>;
  /** The newest entry that was noted; -1 where there is none. */
  latestEntry(): Promise<number>;
  /** The entry of the first event of an object; null where it has none yet. */
  findFirstEntry(object: ObjectKind, id: string): Promise<number | null>;

  /** Objects of a kind in one of these states since before `at`, whose words were not destroyed yet; the oldest first, at most `limit`. */
  listUndestroyed(
    object: ObjectKind,
    ask: {
      readonly statuses: readonly string[];
      readonly before: Instant;
      /** Of leads: only those that this opened. */
      readonly source?: LeadSource;
      readonly limit: number;
    },
  ): Promise<readonly string[]>;
  /** Objects whose events name this word as a whole value, whatever it is there, and the record of a reporter of this name. Cost: every event. For subject access and erasure alone. */
  findNaming(word: string): Promise<readonly { readonly object: ObjectKind; readonly id: string }[]>;
  /** Puts other words in the place of an event's: what happened when stays. */
  rewriteEvent(sequence: number, event: NewEvent["event"]): Promise<void>;
  noteDestroyed(object: ObjectKind, id: string): Promise<void>;
  removeAccount(account: string): Promise<void>;
  /** Entries of the ledger whose payloads are to be destroyed, until it is done. */
  oweErasure(entry: number): Promise<void>;
  listOwedErasures(limit: number): Promise<readonly number[]>;
  settleErasure(entry: number): Promise<void>;

  findCommand(key: string): Promise<KeptCommand | null>;
  keepCommand(command: KeptCommand): Promise<void>;
  forgetCommands(before: Instant): Promise<number>;
}
