import type { Act, PlacedAct } from "./act.ts";

/** What the ledger says of an act in the clear. Its own table (`@breakwater/ledger`, `entry/facts.ts`) checks every value again. */
export type ClearFacts = {
  readonly type: string;
  readonly role?: string;
  readonly rule?: string;
  readonly level?: number;
  readonly times?: Readonly<Record<string, number>>;
  readonly words?: Readonly<Record<string, string>>;
  readonly counts?: Readonly<Record<string, number>>;
  readonly about?: number;
};

/** An entry of the ledger, as far as figures read it. */
export type FactEntry = ClearFacts & { readonly sequence: number };

/**
 * `about`: the entry of the object's first event, by which its events hang together; for a first event, that of the object which it came
 * from: a decision hangs on its case, a case on its lead.
 */
export function toFacts(act: Act, about: number | null): ClearFacts {
  const { kind, at, role, level, rule, times, words, counts } = act;
  return {
    type: kind,
    role,
    times: { happened: at, ...times },
    ...(level === null ? {} : { level }),
    ...(rule === null ? {} : { rule }),
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(Object.keys(counts).length === 0 ? {} : { counts }),
    ...(about === null ? {} : { about }),
  };
}

/** First events: with one of these an object begins. */
const openers: ReadonlySet<string> = new Set([
  "lead_opened",
  "case_opened",
  "decision_opened",
  "hold_placed",
  "request_received",
  "transfer_sent",
  "claim_taken_up",
  "operation_started",
  "review_opened",
  "entry_made",
  "workspace_opened",
  "unmask_requested",
  "rule_drafted",
  "override_asked",
]);

const nothing = {};

/**
 * The act that an entry tells of, or null where it tells of none: the ledger's own entries, and what other rooms wrote. An entry that
 * hangs on nothing is an object of its own.
 */
export function readFacts(entry: FactEntry): PlacedAct | null {
  const { type, sequence, about, role, level, rule, times, words, counts } = entry;
  const { happened, ...more } = times ?? {};
  if (happened === undefined || role === undefined) return null;
  const begins = openers.has(type) || about === undefined;
  return {
    kind: type,
    at: happened,
    role,
    level: level ?? null,
    rule: rule ?? null,
    times: more,
    words: words ?? nothing,
    counts: counts ?? nothing,
    key: String(begins ? sequence : about),
    origin: begins && about !== undefined ? String(about) : null,
  };
}
