import type {
  CaseEvent,
  CaseOpening,
  DecisionEvent,
  DecisionOpening,
  Instant,
  LeadEvent,
  NoActionReason,
  ObjectKind,
} from "@breakwater/casework";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { CaseworkStore, StoredEvent } from "../store/casework-store.ts";
import type { LeadStore } from "./lead-store.ts";

/** What people came to say about a lead of a detector. A later verdict on the same lead replaces an earlier one. */
export type LeadVerdict = {
  /** Place in the order of verdicts: what `listVerdicts` goes on from. */
  readonly sequence: number;
  readonly lead: string;
  readonly group: string;
  readonly families: readonly string[];
  /** Of the detectors that spoke, each once. */
  readonly versions: readonly string[];
  readonly learning: boolean;
  /** `accepted`, `dismissed_opinion`, `decided_action`, `decided_authentic_coordination`, … */
  readonly verdict: string;
  /** Whether the detector was right; null: this says nothing about it. */
  readonly holds: boolean | null;
  readonly at: Instant;
};

export type ListVerdicts = (since: number, limit: number) => Promise<readonly LeadVerdict[]>;

const kinds = [
  "lead_dismissed",
  "lead_accepted",
  "lead_merged",
  "lead_expired",
  "action_decided",
  "no_action_decided",
  "restoration_started",
] as const;

const noActionHolds: Readonly<Record<NoActionReason, boolean | null>> = {
  authentic_coordination: false,
  no_violation: false,
  insufficient_evidence: false,
  opinion: false,
  // It was there; that it is mended, or dealt with elsewhere, says nothing against whoever saw it.
  corrected_by_author: null,
  already_decided: null,
};

type Reading = {
  readonly store: CaseworkStore;
  readonly desk: Pick<CaseworkDesk, "getState">;
  readonly leads: LeadStore;
};

/**
 * Verdicts on leads of detectors behind `since`, in order: those of triage, and those of the cases that came of them. What was reversed
 * takes the verdict back. Cost: of the events looked at, by index.
 */
export function createVerdictFeed({ store, desk, leads }: Reading): ListVerdicts {
  return async (since, limit) => {
    const verdicts: LeadVerdict[] = [];
    for (let after = since; verdicts.length < limit;) {
      const events = await store.readKinds(kinds, after, 500);
      for (const event of events) {
        const verdict = await toVerdict(event, { store, desk, leads });
        if (verdict !== null && verdicts.length < limit) verdicts.push(verdict);
      }
      const last = events.at(-1);
      if (last === undefined) break;
      after = last.sequence;
    }
    return verdicts;
  };
}

async function toVerdict(stored: StoredEvent, reading: Reading): Promise<LeadVerdict | null> {
  const said = readVerdict(stored.object, stored.event);
  if (said === null) return null;
  const lead = await findLead(stored, reading);
  const origin = lead === null ? null : await reading.leads.findOrigin(lead);
  // Leads of people have none.
  if (lead === null || origin === null) return null;
  const { content } = await reading.desk.getState("lead", lead);
  const signals = content?.signals ?? [];
  return {
    sequence: stored.sequence,
    lead,
    group: origin.group,
    families: [...new Set(signals.map(({ family }) => family))],
    versions: [...new Set(signals.map(({ detectorVersion }) => detectorVersion))],
    learning: content?.learning ?? false,
    ...said,
    at: stored.event.at,
  };
}

type Said = Pick<LeadVerdict, "verdict" | "holds">;

function readVerdict(object: ObjectKind, event: StoredEvent["event"]): Said | null {
  if (object === "lead") return readLeadVerdict(event as LeadEvent);
  if (object === "case") return readCaseVerdict(event as CaseEvent);
  return object === "decision" ? readFall(event as DecisionEvent) : null;
}

/** A decision that fell: what it said about the lead does not count any more. One that a later one replaced was no error. */
function readFall(event: DecisionEvent): Said | null {
  const isError = event.kind === "restoration_started" && event.restoration.cause !== "superseded";
  return isError ? { verdict: "reversed", holds: null } : null;
}

function readLeadVerdict(event: LeadEvent): Said | null {
  switch (event.kind) {
    case "lead_dismissed": {
      const isAside = event.reason === "duplicate" || event.reason === "out_of_scope";
      return { verdict: `dismissed_${event.reason}`, holds: isAside ? null : false };
    }
    case "lead_accepted":
      return { verdict: "accepted", holds: true };
    case "lead_merged":
      return { verdict: "merged", holds: null };
    case "lead_expired":
      return { verdict: "expired", holds: null };
    default:
      return null;
  }
}

function readCaseVerdict(event: CaseEvent): Said | null {
  if (event.kind === "action_decided") return { verdict: "decided_action", holds: true };
  if (event.kind !== "no_action_decided") return null;
  return { verdict: `decided_${event.reason}`, holds: noActionHolds[event.reason] };
}

async function findLead({ object, id }: StoredEvent, reading: Reading): Promise<string | null> {
  if (object === "lead") return id;
  const caseId = object === "case" ? id : ((await findDecisionOpening(id, reading))?.caseId ?? null);
  return caseId === null ? null : ((await findCaseOpening(caseId, reading))?.lead ?? null);
}

/** Also of what was purged since: its state has forgotten where it came from, its history has not. */
async function findCaseOpening(id: string, { desk, store }: Reading): Promise<CaseOpening | null> {
  const { opening } = await desk.getState("case", id);
  if (opening !== null) return opening;
  const [first] = await store.readHistory("case", id);
  return first?.event.kind === "case_opened" ? first.event.opening : null;
}

async function findDecisionOpening(id: string, { desk, store }: Reading): Promise<DecisionOpening | null> {
  const { opening } = await desk.getState("decision", id);
  if (opening !== null) return opening;
  const [first] = await store.readHistory("decision", id);
  return first?.event.kind === "decision_opened" ? first.event.opening : null;
}
