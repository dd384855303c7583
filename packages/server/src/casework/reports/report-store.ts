import type { Instant } from "@breakwater/casework";
import type { ObjectRef } from "@breakwater/records";
import type { SealedText } from "./report-vault.ts";

/** `returned`: to its author, who may complete it once. `forgotten`: words and account are gone, that it was there remains. */
export type ReportStatus = "returned" | "received" | "decided" | "forgotten";

/** One notice by a person. What the person wrote and who they are stands sealed; everything else is ids and code words. */
export type ReportRecord = {
  readonly id: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly receivedAt: Instant;
  readonly lead: string;
  /** The reporting account, as the platform or we name it. */
  readonly account: string;
  readonly source: "reporter" | "trusted_flagger";
  /** The token that it came by; null: by the public form. */
  readonly via: string | null;
  readonly object: ObjectRef;
  readonly category: string;
  /** Hash of the key that its author follows it by. */
  readonly keyHash: string;
  /** What it lacks; empty when it is complete. */
  readonly missing: readonly string[];
  readonly outcome: string | null;
  readonly decidedAt: Instant | null;
  /** When the words are destroyed; null while it is not decided. */
  readonly retainUntil: Instant | null;
  /** Triage judged it to be manifestly unfounded, when they dismissed it. */
  readonly manifestlyUnfounded: boolean;
  readonly words: SealedText | null;
  readonly identity: SealedText | null;
};

export type ReportQuery = {
  readonly statuses?: readonly ReportStatus[];
  readonly object?: string;
  readonly lead?: string;
  /** Where the page before ended; the newest come first. */
  readonly after?: readonly [receivedAt: number, id: string];
  readonly limit: number;
};

/** Who looked at a reporter's identity, and why. */
export type IdentityView = { readonly by: string; readonly reason: string; readonly at: Instant };

/** Reports of people. Called inside a unit of the transactor. */
export interface ReportStore {
  /** Its action waits to be appended to the action log. Throws where the id or the lead is taken. */
  add(report: ReportRecord): Promise<void>;
  find(id: string): Promise<ReportRecord | null>;
  findByLead(lead: string): Promise<ReportRecord | null>;
  write(report: ReportRecord): Promise<void>;
  list(query: ReportQuery): Promise<readonly ReportRecord[]>;
  /** Undecided, complete reports of a source about an object in a category, the oldest first, at most `limit`. */
  listAlike(
    ask: Pick<ReportRecord, "object" | "category" | "source"> & { readonly limit: number },
  ): Promise<readonly ReportRecord[]>;
  /** Reports of an account, newest first. */
  listOfAccount(account: string, limit: number): Promise<readonly ReportRecord[]>;
  /** Those decided by `decidedBy` whose words nobody needs at `at`, at most `limit`. */
  listToForget(ask: {
    readonly at: Instant;
    readonly decidedBy: Instant;
    readonly limit: number;
  }): Promise<readonly ReportRecord[]>;

  listUnappended(limit: number): Promise<readonly ReportRecord[]>;
  noteAppended(id: string): Promise<void>;

  addView(report: string, view: IdentityView): Promise<void>;
  listViews(report: string): Promise<readonly IdentityView[]>;
}
