import {
  getMachine,
  readClock,
  type AnyMachine,
  type CaseState,
  listOpenCorrections,
  type DecisionState,
  type DeterminationState,
  type Instant,
  type ObjectKind,
  type StateOf,
} from "@breakwater/casework";
import { toRank } from "../jobs/to-jobs.ts";
import type { StoredState } from "../store/casework-store.ts";
import type { Listed, ListingKey } from "./listing.ts";

/** What ends by itself: nobody has anything to do then. */
const byItself: ReadonlySet<string> = new Set([
  "purge",
  "measure_ends",
  "entry_expires",
  "share_ends",
  "suspension_ends",
]);

/** What people have to have done next, and by when; null where nothing waits for them. */
export function findNextDue(machine: Pick<AnyMachine, "deadlines">, state: StoredState["state"]): Instant | null {
  const times = machine.deadlines(state).filter(({ what }) => !byItself.has(what));
  return times.length === 0 ? null : Math.min(...times.map(({ dueAt }) => dueAt));
}

/** How an object stands in lists, from its state alone. */
export function toListed({ object, id, state, createdAt }: StoredState): Listed {
  const dueAt = findNextDue(getMachine(object), state);
  const priority = object === "case" ? (state as CaseState).priority : null;
  return {
    object,
    id,
    status: object === "determination" ? toCorrectionStatus(state as DeterminationState) : state.status,
    openedAt: createdAt,
    dueAt,
    rank: toRank({ priority: priority ?? "P3", dueAt, since: createdAt }),
    caseType: object === "case" ? ((state as CaseState).opening?.caseType ?? null) : null,
    priority,
    keys: listKeys(object, state),
  };
}

/** A determination is listed by what its readers asked; where none did, by no status that a list asks for. */
export function toCorrectionStatus(state: DeterminationState): "asked" | "answered" | "unasked" {
  if (listOpenCorrections(state).length > 0) return "asked";
  return Object.keys(state.requests).length > 0 ? "answered" : "unasked";
}

/** What keeps a case's evidence, or is to keep it once a second person says so. */
export function findLegalHold({
  legalHold,
  requestedHold,
}: CaseState): { readonly state: "asked" | "stands"; readonly hold: NonNullable<CaseState["legalHold"]> } | null {
  if (legalHold !== null) return { state: "stands", hold: legalHold };
  return requestedHold === null ? null : { state: "asked", hold: requestedHold };
}

function listKeys(object: ObjectKind, state: StoredState["state"]): readonly ListingKey[] {
  const ofCase = (id: string | null): readonly ListingKey[] => (id === null ? [] : [{ kind: "case", value: id }]);
  switch (object) {
    case "case": {
      const { assignees, findings } = state as CaseState;
      const hold = findLegalHold(state as CaseState);
      return [
        ...(hold === null ? [] : ["any", hold.state].map((value) => ({ kind: "legal_hold", value }) as const)),
        ...assignees.map((value) => ({ kind: "assignee", value }) as const),
        ...Object.keys(findings).map((value) => ({ kind: "account", value }) as const),
      ];
    }
    case "decision": {
      const { opening } = state as DecisionState;
      if (opening === null) return [];
      if (opening.kind === "no_action") return ofCase(opening.caseId);
      const { account, rule } = opening;
      return [
        ...ofCase(opening.caseId),
        { kind: "account", value: account },
        { kind: "rule", value: `${rule.id}@${rule.version}` },
      ];
    }
    case "determination":
      return Object.keys((state as DeterminationState).requests).map((value) => ({ kind: "request", value }));
    case "transfer":
    case "self_review":
    case "unmasking":
      return ofCase((state as StateOf<"transfer">).caseId);
    default:
      return [];
  }
}

/** The clocks of a case as they stand at `at`. */
export function readClocks({ firstAction, handling }: CaseState, at: Instant) {
  const all = [
    ["first_action", firstAction],
    ["handling", handling],
  ] as const;
  return all.flatMap(([what, clock]) =>
    clock === null || (what === "first_action" && clock.stoppedAt !== null)
      ? []
      : [{ what, ...readClock(clock, at), pausedFor: clock.pause?.reason ?? null }],
  );
}
export type ReadClock = ReturnType<typeof readClocks>[number];
