import type { Entry, EntryRecord, EntryStatus, EntryVersion, NextStep, Verdict } from "@breakwater/claims";

/** An entry as it stands: its newest version, which editors work on, and the one in force, which posts are checked against. */
export type ClaimHead = {
  /** Number by arrival, from 1; never changes. */
  readonly place: number;
  readonly id: string;
  /** Number of the newest version, from 1. */
  readonly version: number;
  /** Number of the version in force. */
  readonly inForceVersion: number;
  /** Of the newest version; rises by each version of any entry. */
  readonly revision: number;
  readonly latest: EntryVersion;
  readonly inForce: EntryVersion;
};

export type ClaimQuery = {
  /** Entries with a lower place; from the newest where it is left out. */
  readonly before?: number;
  readonly limit: number;
  /** Of the newest version. */
  readonly status?: EntryStatus;
  readonly verdict?: Verdict;
  readonly origin?: Entry["origin"];
  /** What the newest version waits for (`findNextStep`). */
  readonly waitsFor?: NextStep["kind"];
  /** Leaves out entries for which this person has had their turn. */
  readonly notBy?: string;
  /** Words of claim, title, explanation or tags; each must stand somewhere, also inside a longer word. */
  readonly words?: string;
};

/** What strangers may ask. Only what is in force and public (`isPublicClaim`) is searched and answered. */
export type PublicClaimQuery = Pick<ClaimQuery, "before" | "limit" | "words"> & {
  /** Primary subtag of the entry's first language, lower case. */
  readonly language?: string;
  readonly site?: string;
  /** Published at or after, ms since 1970. */
  readonly publishedFrom?: number;
};

/** An entry that was changed, as it is now. */
export type ClaimChange = {
  readonly revision: number;
  readonly id: string;
  /** Of the entry in force. */
  readonly status: EntryStatus;
  /** The entry in force, as JSON: most are never parsed. */
  readonly entry: string;
};

export type ImportReport = {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  /** The file's name, or where it came from. */
  readonly name: string;
  readonly records: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Fields that were left out of entries which stand. */
  readonly leftOut: number;
};

/** An import with its number by arrival, from 1. */
export type KeptImport = { readonly place: number; readonly report: ImportReport };

export type PlaceQuery = { readonly before?: number; readonly limit: number };

/** `skip`: how many of the first to go by. */
export type RejectionQuery = { readonly skip: number; readonly limit: number };

/** A record of an import that was not taken over, or a field of one that was. */
export type Rejection = {
  /** Line of a text, from 1. */
  readonly position: number;
  readonly what: "rejected" | "left_out";
  readonly id: string | null;
  readonly reasons: readonly { readonly field: string; readonly code: string }[];
  /** How the record begins, numbers of people masked. */
  readonly excerpt: string;
};

/** Which version a person made. */
export type PersonsAct = {
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly action: string;
};

/**
 * Claims with all their versions. A version is never changed or taken away: there is no method for it. Methods are called
 * inside a transactor's unit.
 */
export interface ClaimStore {
  read(id: string): Promise<EntryRecord | null>;
  head(id: string): Promise<ClaimHead | null>;
  /**
   * Adds versions behind the `expected` ones that are there; an id that is not there yet (`expected` 0) gets the next place. Throws
   * where other versions are there.
   */
  append(id: string, versions: readonly EntryVersion[], expected: number): Promise<ClaimHead>;
  /** The newest entries first. */
  list(query: ClaimQuery): Promise<readonly ClaimHead[]>;
  listPublic(query: PublicClaimQuery): Promise<readonly { readonly place: number; readonly entry: Entry }[]>;
  /** Each entry changed behind `revision`, once, by its newest revision, ascending, at most `limit`. */
  changesAfter(revision: number, limit: number): Promise<readonly ClaimChange[]>;
  /** The newest revision; 0 where there was never a version. */
  revision(): Promise<number>;
  /** Tells this history up to `revision` from another that has as many; null where it is shorter. */
  markAt(revision: number): Promise<string | null>;
  /** What a person did, newest first. */
  listOfPerson(person: string, limit: number): Promise<readonly PersonsAct[]>;
  addImport(report: ImportReport, rejections: readonly Rejection[]): Promise<void>;
  /** Newest first. */
  listImports(query: PlaceQuery): Promise<readonly KeptImport[]>;
  /** In the order in which they were given; null where there was no such import. */
  listRejections(importId: string, query: RejectionQuery): Promise<readonly Rejection[] | null>;
}

/** The texts of an entry that search looks at: never `wordings`, which are posts. */
export function searchedTexts({ claim, title, explanation, tags }: Entry): readonly string[] {
  return [claim, title ?? "", explanation ?? "", ...tags];
}
