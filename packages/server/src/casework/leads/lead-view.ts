import {
  leadMachine,
  type Actor,
  type Availability,
  type Deadline,
  type Instant,
  type LeadCommand,
  type LeadSignal,
  type LeadSource,
  type LeadState,
} from "@breakwater/casework";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import { toDeskEvents } from "../desk/recall-events.ts";
import type { CaseworkStore, StoredState } from "../store/casework-store.ts";
import type { LeadNote, LeadStore } from "./lead-store.ts";

/** A lead as a list shows it. */
export type LeadLine = {
  readonly id: string;
  readonly version: number;
  readonly status: LeadState["status"];
  readonly source: LeadSource;
  readonly learning: boolean;
  readonly previewSeen: boolean;
  readonly families: readonly string[];
  readonly group: string | null;
  readonly refs: number;
  /** Other leads that this one stands for: reports about the same. */
  readonly joined: number;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  readonly growth: LeadNote | null;
  readonly endedAt: Instant | null;
};

export type LeadHappening = {
  readonly kind: string;
  readonly at: Instant;
  readonly as: string;
  /** Who, among the staff; null for those who reported. */
  readonly by: string | null;
};

/** All that may be shown of a lead. Notices of people are no part of it: they are kept with their reports. */
export type LeadView = LeadLine & {
  readonly refIds: readonly string[];
  readonly reason: string;
  readonly signals: readonly LeadSignal[];
  readonly request: string | null;
  readonly dismissal: string | null;
  /** The lead or case that it went into. */
  readonly into: string | null;
  /** The lead that stands for this one. */
  readonly joinedTo: string | null;
  readonly notes: readonly LeadNote[];
  readonly deadlines: readonly Deadline[];
  readonly history: readonly LeadHappening[];
  readonly commands: Readonly<Record<PersonCommand, Availability>>;
};

export const personCommands = [
  "see_preview",
  "dismiss",
  "merge",
  "accept",
] as const satisfies readonly LeadCommand["kind"][];
export type PersonCommand = (typeof personCommands)[number];

/** Newest notes that are shown. */
const notesMax = 500;

type Reading = {
  readonly store: CaseworkStore;
  readonly desk: Pick<CaseworkDesk, "findAvailability">;
  readonly leads: LeadStore;
};

export async function readLine(id: string, { store, leads }: Omit<Reading, "desk">): Promise<LeadLine | null> {
  const stored = await store.readState("lead", id);
  return stored === null ? null : toLine(stored, leads);
}

async function toLine({ id, state, createdAt }: StoredState, leads: LeadStore): Promise<LeadLine> {
  const { status, version, content, previewSeenBy, expiresAt } = state as LeadState;
  const [growth, end] = [await leads.findNote(id, "growth"), await leads.findNote(id, "end")];
  return {
    id,
    version,
    status,
    source: content?.source ?? "analyst",
    learning: content?.learning ?? false,
    previewSeen: previewSeenBy !== null,
    families: [...new Set((content?.signals ?? []).map(({ family }) => family))],
    group: (await leads.findOrigin(id))?.group ?? null,
    refs: content?.refs.length ?? 0,
    joined: await leads.countJoined(id),
    openedAt: createdAt,
    expiresAt: expiresAt ?? createdAt,
    growth,
    // What grew again after its end goes on.
    endedAt: end === null || (growth !== null && growth.at > end.at) ? null : end.at,
  };
}

export async function readLead(
  id: string,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
  { store, desk, leads }: Reading,
): Promise<LeadView | null> {
  const stored = await store.readState("lead", id);
  if (stored === null) return null;
  const state = stored.state as LeadState;
  const commands: [PersonCommand, Availability][] = [];
  for (const kind of personCommands) {
    commands.push([kind, await desk.findAvailability("lead", id, { kind, actor, at })]);
  }
  const { content } = state;
  return {
    ...(await toLine(stored, leads)),
    refIds: content?.refs ?? [],
    reason: content?.reason ?? "",
    signals: content?.signals ?? [],
    request: content?.request ?? null,
    dismissal: state.dismissal,
    into: state.into,
    joinedTo: await leads.findJoinedTo(id),
    notes: await leads.listNotes(id, notesMax),
    deadlines: leadMachine.deadlines(state),
    history: toDeskEvents(await store.readHistory("lead", id)).map(({ event: { kind, at: when, as, by } }) => ({
      kind,
      at: when,
      as,
      by: as === "reporter" || as === "trusted_flagger" ? null : by,
    })),
    commands: Object.fromEntries(commands) as LeadView["commands"],
  };
}
