import {
  getMachine,
  readClock,
  type AnyMachine,
  type CaseState,
  type DecisionState,
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
    status: state.status,
    openedAt: createdAt,
    dueAt,
    rank: toRank({ priority: priority ?? "P3", dueAt, since: createdAt }),
    caseType: object === "case" ? ((state as CaseState).opening?.caseType ?? null) : null,
    priority,
    keys: listKeys(object, state),
  };
}

function listKeys(object: ObjectKind, state: StoredState["state"]): readonly ListingKey[] {
  const ofCase = (id: string | null): readonly ListingKey[] => (id === null ? [] : [{ kind: "case", value: id }]);
  switch (object) {
    case "case": {
      const { assignees, findings } = state as CaseState;
      return [
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
