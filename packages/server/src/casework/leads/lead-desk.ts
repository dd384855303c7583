import { systemActor, type Instant, type LeadSignal, type LeadState, type Refusal } from "@breakwater/casework";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import { isQuiet } from "./lead-notices.ts";
import type { LeadStore } from "./lead-store.ts";

export type DetectedLead = {
  /** What the detector knows it by: the same key opens one lead, however often it is said. */
  readonly key: string;
  readonly group: string;
  /** Accounts and objects it is about. */
  readonly refs: readonly string[];
  readonly signals: readonly LeadSignal[];
  /** What was seen, in words that name nobody. */
  readonly reason: string;
  /** The detector still observes: nobody is alerted before a person has seen its preview. */
  readonly learning: boolean;
};

/** What detection may do about leads: open them, and note beside them what happens after. */
export interface LeadDesk {
  /** The lead of this key: a new one, or the one that was opened before. */
  openLead(lead: DetectedLead): Promise<{ readonly leadId: string } | { readonly refusal: Refusal }>;
  /**
   * The leads of what turned out to be one group, in the detector's order. Those that still wait go into one that stands: one that people
   * accepted before one that they were told of, and that before one that is still quiet. What was dismissed, merged or has expired takes none in, so that nothing
   * is lost in it. Gives the lead that the group goes on under, and those that went into it.
   */
  joinLeads(leads: readonly string[]): Promise<{ readonly into: string; readonly merged: readonly string[] }>;
  /** Whether people still have it before them: it waits, or they accepted it. */
  isStanding(lead: string): Promise<boolean>;
  /** Whether people may still need what the lead was opened on: it waits, or what it went into does, up to the case's purge. To be called in a unit. */
  isInUse(lead: string): Promise<boolean>;
  /** The group has so many accounts and actions by now. False where there is no such lead, or nothing new. */
  noteGrowth(
    leadId: string,
    growth: { readonly accounts: number; readonly actions: number; readonly at: Instant },
  ): Promise<boolean>;
  /** The group has stopped. False where there is no such lead, or it had ended already. */
  noteEnd(leadId: string, at: Instant): Promise<boolean>;
}

/** Things that one lead may name: beyond it the signals speak for themselves. */
export const refsMax = 2_000;

const detector = { id: "detector", roles: ["detector"] } as const;

export type LeadDeskDeps = {
  readonly transactor: Transactor;
  readonly desk: Pick<CaseworkDesk, "executeWithin" | "getState">;
  readonly leads: LeadStore;
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly newId: () => string;
};

export function createLeadDesk({ transactor, desk, leads, outbox, now, newId }: LeadDeskDeps): LeadDesk {
  /** Growth and end are noted in order; whoever waits for what is quiet is not told. */
  const tell = async (kind: string, lead: string, state: LeadState, at: Instant): Promise<void> => {
    if (isQuiet(state)) return;
    const origin = await leads.findOrigin(lead);
    const group = origin === null ? {} : { group: origin.group };
    await outbox.append(kind, { lead, version: state.version, learning: false, ...group }, at);
  };
  return {
    openLead: ({ key, group, refs, signals, reason, learning }) =>
      transactor.run(async () => {
        const known = await leads.findByKey(key);
        if (known !== null) return { leadId: known.lead };
        const lead = `lead-${newId()}`;
        const content = { refs: refs.slice(0, refsMax), signals, reason, learning };
        const command = { kind: "open", source: "detector", notice: null, request: null, ...content } as const;
        // Before the events, so that whoever is told of them is told of the group; a refusal takes it back.
        await leads.keepOrigin({ lead, key, group });
        const answer = await desk.executeWithin({ object: "lead", id: lead, command }, { actor: detector, at: now() });
        if (answer.kind === "done") return { leadId: lead };
        await leads.dropOrigin(lead);
        if (answer.kind === "refused") return { refusal: answer.refusal };
        throw new Error(`A new lead was ${answer.kind}.`);
      }),
    joinLeads: (ids) =>
      transactor.run(async () => {
        const states = new Map<string, LeadState>();
        for (const id of ids) states.set(id, await desk.getState("lead", id));
        const [into] = ids.toSorted((a, b) => rankStanding(states.get(a)) - rankStanding(states.get(b)));
        if (into === undefined) throw new RangeError("There is no lead to join.");
        const merged = ids.filter((id) => id !== into && states.get(id)?.status === "lead_open");
        const by = { actor: systemActor, at: now() };
        for (const id of merged) {
          const answer = await desk.executeWithin({ object: "lead", id, command: { kind: "merge", into } }, by);
          if (answer.kind !== "done") throw new Error(`A lead that waits was not joined: ${answer.kind}.`);
        }
        return { into, merged };
      }),
    isStanding: (lead) => transactor.run(async () => rankStanding(await desk.getState("lead", lead)) < over),
    isInUse: (lead) => isInUse(lead, desk),
    noteGrowth: (lead, { accounts, actions, at }) =>
      transactor.run(async () => {
        const state = await desk.getState("lead", lead);
        const last = await leads.findNote(lead, "growth");
        const isNew = last === null || last.accounts !== accounts || last.actions !== actions;
        if (state.content === null || !isNew) return false;
        await leads.addNote(lead, { kind: "growth", at, accounts, actions });
        await tell("lead.updated", lead, state, at);
        return true;
      }),
    noteEnd: (lead, at) =>
      transactor.run(async () => {
        const state = await desk.getState("lead", lead);
        const [end, growth] = [await leads.findNote(lead, "end"), await leads.findNote(lead, "growth")];
        // What ended, and grew again, can end again.
        const isOver = end !== null && (growth === null || growth.at <= end.at);
        if (state.content === null || isOver) return false;
        await leads.addNote(lead, { kind: "end", at, accounts: null, actions: null });
        await tell("lead.ended", lead, state, at);
        return true;
      }),
  };
}

async function isInUse(lead: string, desk: Pick<CaseworkDesk, "getState">): Promise<boolean> {
  const { status, into } = await desk.getState("lead", lead);
  switch (status) {
    case "lead_open":
    case "lead_returned":
      return true;
    case "lead_accepted":
      return into !== null && (await desk.getState("case", into)).status !== "purged";
    case "lead_merged":
      return into !== null && into !== lead && isInUse(into, desk);
    default:
      return false;
  }
}

const over = 3;

/** The lowest is the one that others go into; a sort keeps the order of equal ones. */
function rankStanding(state: LeadState | undefined): number {
  if (state?.status === "lead_accepted") return 0;
  if (state?.status !== "lead_open") return over;
  return isQuiet(state) ? 2 : 1;
}
