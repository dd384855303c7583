import type { Instant, LeadSource, LeadState } from "@breakwater/casework";
import type { ReadModel } from "../projection/read-model.ts";

/** From which group of a detector a lead came, and under which key the detector knows it. */
export type LeadOrigin = { readonly lead: string; readonly key: string; readonly group: string };

/** What happened after a lead was opened: it grew, or what it is about stopped. The lead itself stays as it was. */
export type LeadNote = {
  readonly kind: "growth" | "end";
  readonly at: Instant;
  /** How many accounts and actions it is about by then; null in the note of an end. */
  readonly accounts: number | null;
  readonly actions: number | null;
};

export type LeadSort = "newest" | "expiry";

export type LeadQuery = {
  readonly statuses?: readonly LeadState["status"][];
  readonly source?: LeadSource;
  readonly learning?: boolean;
  readonly sort: LeadSort;
  /** Where the page before ended: the value that is sorted by, and the id. */
  readonly after?: readonly [value: number, id: string];
  readonly limit: number;
};
export type LeadPlace = { readonly id: string; readonly value: number };

/** What is known of leads beside their events, and the table that they are listed by. */
export interface LeadStore extends ReadModel {
  /** Leads that were joined to another one are left out: that one stands for them. */
  list(query: LeadQuery): Promise<readonly LeadPlace[]>;

  /** Throws where the key or the lead has an origin already. */
  keepOrigin(origin: LeadOrigin): Promise<void>;
  dropOrigin(lead: string): Promise<void>;
  findByKey(key: string): Promise<LeadOrigin | null>;
  findOrigin(lead: string): Promise<LeadOrigin | null>;

  addNote(lead: string, note: LeadNote): Promise<void>;
  /** The newest `limit`, oldest first. */
  listNotes(lead: string, limit: number): Promise<readonly LeadNote[]>;
  /** The newest of a kind. */
  findNote(lead: string, kind: LeadNote["kind"]): Promise<LeadNote | null>;

  /** `lead` is about the same as `into`, which stands for both. */
  join(lead: string, into: string): Promise<void>;
  unjoin(lead: string): Promise<void>;
  /** Those that were joined to it and still wait, in the order of joining, at most `limit`. */
  listWaitingJoined(into: string, limit: number): Promise<readonly string[]>;
  countJoined(into: string): Promise<number>;
  findJoinedTo(lead: string): Promise<string | null>;

  /** `into` was decided by somebody, and more leads are joined to it than could follow at once. */
  addUnsettled(into: string, decidedBy: string): Promise<void>;
  listUnsettled(): Promise<readonly { readonly into: string; readonly decidedBy: string }[]>;
  removeUnsettled(into: string): Promise<void>;
}
