import type { Instant, ObjectKind, Priority } from "@breakwater/casework";
import type { ReadModel } from "../projection/read-model.ts";

/** By what lists are narrowed beside status: each object has any number of such keys. */
export type ListingKey = {
  /** `rule` reads `id@version`; `request` is a reader's, for a correction; `legal_hold` is `any` and `asked` or `stands`. */
  readonly kind: "assignee" | "account" | "case" | "rule" | "request" | "legal_hold";
  readonly value: string;
};

export type Listed = {
  readonly object: ObjectKind;
  readonly id: string;
  readonly status: string;
  readonly openedAt: Instant;
  /** Null: nothing is due. */
  readonly dueAt: Instant | null;
  /** By priority, then by what is due first, then by age: as jobs are ranked. */
  readonly rank: number;
  /** Of a case; null of everything else. */
  readonly caseType: string | null;
  readonly priority: Priority | null;
  readonly keys: readonly ListingKey[];
};

export type ListingQuery = {
  readonly object: ObjectKind;
  readonly statuses?: readonly string[];
  readonly caseType?: string;
  readonly priority?: Priority;
  /** All of them. */
  readonly keys?: readonly ListingKey[];
  /** Of what is due at all: what was due before this. */
  readonly dueBefore?: Instant;
  /** `due`: what is next due first, what is not due at all last. `urgent`: by priority, then by what is due first. */
  readonly sort: "newest" | "due" | "urgent";
  readonly after?: readonly [value: number, id: string];
  readonly limit: number;
};
export type ListingPlace = { readonly id: string; readonly value: number };

/** Stands for "never" in the order of what is due. */
export const neverDue = 8_640_000_000_000_000;

/** The table that objects of casework are listed by. Cost of a page: an index walk. */
export interface Listing extends ReadModel {
  list(query: ListingQuery): Promise<readonly ListingPlace[]>;
}
