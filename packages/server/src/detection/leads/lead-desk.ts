import type { Axis, FamilyName } from "@breakwater/engine";

/**
 * Where leads are opened: casework. Every method is called inside a unit of work of the state's transactor and becomes durable with it,
 * so it must begin no unit of its own. A group opens a lead once, whatever is killed when: that it did is written in the same unit.
 */
export interface LeadDesk {
  openLead(request: LeadRequest): Promise<LeadOpening>;
  /**
   * These leads (at least two) turned out to be about one group. Gives the one that it goes on under, and which of the others went into it; one that
   * people have decided stays as it is.
   */
  joinLeads(leads: readonly string[]): Promise<JoinedLeads>;
  /** Whether people still have it before them: it waits, or they accepted it. */
  isStanding(leadId: string): Promise<boolean>;
  /** Accounts joined; what the lead is about has grown by them. */
  noteGrowth(leadId: string, growth: LeadGrowth): Promise<void>;
  /** Nothing of it was found any more. The lead stays with the people who have it. */
  noteEnd(leadId: string, end: LeadEnd): Promise<void>;
}

export type LeadRequest = {
  /** The group's id, under which its evidence is read. */
  readonly group: string;
  /** The group's id and its accounts. */
  readonly refs: readonly string[];
  readonly signals: readonly LeadSignal[];
  /** In plain English; says what was measured, never what anybody is. */
  readonly reason: string;
  /** The detector still observes: the lead alerts nobody until a person has seen the preview. */
  readonly learning: boolean;
  readonly at: number;
};

export type LeadSignal = { readonly family: FamilyName; readonly axis: Axis; readonly detectorVersion: string };

export type LeadOpening =
  | { readonly kind: "opened"; readonly leadId: string }
  /** With a code of casework's refusals. */
  | { readonly kind: "refused"; readonly code: string };

export type JoinedLeads = { readonly into: string; readonly merged: readonly string[] };

export type LeadGrowth = {
  readonly group: string;
  /** All accounts of the group now, and those that are new in it. */
  readonly accounts: number;
  readonly joined: readonly string[];
  /** What its accounts did in step, all together. */
  readonly actions: number;
  readonly at: number;
};

export type LeadEnd = { readonly group: string; readonly why: "not_found" | "merged"; readonly at: number };
