import type { CaseType, LeadCommand, LeadSignal, LeadState, Order, Priority, RefusalCode } from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { By, DeskAnswer } from "../desk/desk-answer.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { LeadQuery, LeadStore } from "./lead-store.ts";
import { readLead, readLine, type LeadLine, type LeadView } from "./lead-view.ts";

/** What people do with a lead that is there. */
export type PersonLeadCommand =
  | { readonly kind: "see_preview" }
  | {
      readonly kind: "dismiss";
      readonly reason: NonNullable<LeadState["dismissal"]>;
      /** Of a report: nobody could have sent it in good faith. */
      readonly manifestlyUnfounded?: boolean;
    }
  | { readonly kind: "merge"; readonly into: string }
  | { readonly kind: "accept"; readonly priority: Priority; readonly caseType: CaseType };

export type WrittenLead = {
  readonly source: "analyst" | "authority";
  readonly refs: readonly string[];
  readonly reason: string;
  /** What people observed, by family and axis. */
  readonly signals: readonly Omit<LeadSignal, "detectorVersion">[];
  readonly request: string | null;
};

/** Leads as people list, read and decide them. Takes and gives plain data. */
export interface LeadBook {
  list(
    query: LeadQuery,
  ): Promise<{ readonly items: readonly LeadLine[]; readonly next: readonly [number, string] | null }>;
  read(id: string, by: Pick<By, "actor" | "at">): Promise<LeadView | null>;
  /** Of people alone: what they saw counts like what a detector saw. */
  open(lead: WrittenLead, by: By): Promise<{ readonly id: string; readonly answer: DeskAnswer }>;
  /** Leads that were joined to this one go its way. */
  command(id: string, command: PersonLeadCommand, by: By): Promise<DeskAnswer>;
  /** Lets more joined leads follow what was decided; gives how many did. */
  settleJoined(at: number): Promise<number>;
}

export type LeadBookDeps = {
  readonly transactor: Transactor;
  readonly desk: CaseworkDesk;
  readonly store: CaseworkStore;
  readonly leads: LeadStore;
  readonly newId: () => string;
  /** Marks the report behind a lead, or takes the mark back; gives whether there is one. */
  readonly markReport: (lead: string, manifestlyUnfounded: boolean) => Promise<boolean>;
};

/** Joined leads that follow a decision in one transaction. */
const batch = 100;

export function createLeadBook(deps: LeadBookDeps): LeadBook {
  const { transactor, desk, store, leads, newId, markReport } = deps;
  return {
    list: async (query) => {
      const places = await leads.list({ ...query, limit: query.limit + 1 });
      const shown = places.slice(0, query.limit);
      const lines = [];
      for (const { id } of shown) lines.push(await readLine(id, deps));
      const last = shown.at(-1);
      const isMore = places.length > shown.length && last !== undefined;
      return { items: lines.filter((line) => line !== null), next: isMore ? [last.value, last.id] : null };
    },
    read: (id, by) => readLead(id, by, deps),
    open: async ({ source, refs, reason, signals, request }, by) => {
      const id = `lead-${newId()}`;
      const seen = signals.map((signal) => ({ ...signal, detectorVersion: "person" }));
      const command = {
        kind: "open",
        source,
        refs,
        reason,
        signals: seen,
        notice: null,
        request,
        learning: false,
      } as const;
      return { id, answer: await desk.execute({ object: "lead", id, command }, by) };
    },
    command: (id, command, by) =>
      transactor.run(async () => {
        const refused = command.kind === "merge" ? await findMergeRefusal(id, command.into, store) : null;
        if (refused !== null) return { kind: "refused", refusal: { code: refused, about: ["into"] } };
        // Before the dismissal, whose follow-ups read it.
        const marks = command.kind === "dismiss" && command.manifestlyUnfounded === true;
        const isMarked = marks && (await markReport(id, true));
        const answer = await desk.executeWithin({ object: "lead", id, command: toCommand(command, newId) }, by);
        if (isMarked && answer.kind !== "done") await markReport(id, false);
        const isOver = answer.kind === "done" && !answer.repeated && command.kind !== "see_preview";
        if (isOver && (await followDecision(id, by, deps)) === batch) await leads.addUnsettled(id, by.actor.id);
        return answer;
      }),
    settleJoined: async (at) => {
      let followed = 0;
      for (const { into, decidedBy } of await leads.listUnsettled()) {
        followed += await transactor.run(async () => {
          const done = await followDecision(into, { actor: { id: decidedBy, roles: ["triage"] }, at }, deps);
          if (done < batch) await leads.removeUnsettled(into);
          return done;
        });
      }
      return followed;
    },
  };
}

function toCommand(command: PersonLeadCommand, newId: () => string): LeadCommand {
  if (command.kind === "dismiss") return { kind: "dismiss", reason: command.reason };
  return command.kind === "accept" ? { ...command, caseId: `case-${newId()}` } : command;
}

/** A lead goes into another one that still stands for something. */
async function findMergeRefusal(id: string, into: string, store: CaseworkStore): Promise<RefusalCode | null> {
  const target = (await store.readState("lead", into))?.state.status;
  if (target === undefined || into === id) return "reference_missing";
  return target === "lead_merged" || target === "lead_dismissed" || target === "lead_expired" ? target : null;
}

/**
 * What a person decided about a lead holds for the reports that it stands for: dismissed for the same reason, or merged, so that whoever
 * sent them is told, and may appeal, like the first. Gives how many there were, at most a batch.
 */
async function followDecision(into: string, by: By, { desk, store, leads }: LeadBookDeps): Promise<number> {
  const joined = await leads.listWaitingJoined(into, batch);
  if (joined.length === 0) return 0;
  const state = (await store.readState("lead", into))?.state as LeadState | undefined;
  const command = state === undefined ? null : toFollowing(into, state);
  if (command === null) return 0;
  const orders = joined.map((id): Order => ({ object: "lead", id, command }));
  await desk.executeAllWithin(orders, { actor: by.actor, at: by.at });
  return joined.length;
}

function toFollowing(into: string, { status, dismissal, into: target }: LeadState): LeadCommand | null {
  if (status === "lead_dismissed" && dismissal !== null) return { kind: "dismiss", reason: dismissal };
  if (status === "lead_accepted") return { kind: "merge", into };
  return status === "lead_merged" && target !== null ? { kind: "merge", into: target } : null;
}
