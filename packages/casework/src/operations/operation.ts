import { isOpaqueId } from "../kernel/ids.ts";
import {
  allow,
  defineMachine,
  toRow,
  type Acting,
  type Base,
  type Machine,
  type Stamp,
  type Table,
} from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Refusal } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";

export const operationStatuses = ["absent", "running", "ended", "reported"] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/** A named, dated set of cases with a report of its own. It has no field for a target: nobody works towards a number. */
export type OperationState = Base<OperationStatus> & {
  readonly name: string;
  readonly scope: string;
  readonly endsAt: Instant | null;
  readonly cases: readonly string[];
  readonly renewals: number;
  readonly ledBy: string | null;
};

export type OperationCommand =
  | { readonly kind: "start"; readonly name: string; readonly scope: string; readonly endsAt: Instant }
  | { readonly kind: "add_case"; readonly caseId: string }
  | {
      readonly kind: "renew";
      readonly endsAt: Instant;
      readonly newEvidence: readonly string[];
      readonly reason: string;
    }
  | { readonly kind: "end"; readonly reason: string }
  | { readonly kind: "expire" }
  | { readonly kind: "report"; readonly text: string };

export type OperationEvent = Stamp &
  (
    | { readonly kind: "operation_started"; readonly name: string; readonly scope: string; readonly endsAt: Instant }
    | { readonly kind: "case_added"; readonly caseId: string }
    | {
        readonly kind: "operation_renewed";
        readonly endsAt: Instant;
        readonly newEvidence: readonly string[];
        readonly reason: string;
      }
    | { readonly kind: "operation_ended"; readonly reason: string | null }
    | { readonly kind: "operation_reported"; readonly text: string }
  );

export const operationKinds: readonly OperationCommand["kind"][] = [
  "start",
  "add_case",
  "renew",
  "end",
  "expire",
  "report",
];

/** running ─ end, expire ─► ended ─ report ─► reported. A renewal needs new evidence and a second person. */
export const operationTable: Table<OperationStatus, OperationCommand["kind"]> = {
  absent: toRow(operationKinds, "not_there", { start: allow("running", "senior") }),
  running: toRow(operationKinds, "already_there", {
    add_case: allow("running", "analyst", "senior"),
    renew: allow("running", "senior"),
    end: allow("ended", "senior"),
    expire: allow("ended", "system"),
    report: "operation_running",
  }),
  ended: toRow(operationKinds, "operation_over", { report: allow("reported", "senior", "editor") }),
  reported: toRow(operationKinds, "operation_over", {}),
};

export const absentOperation: OperationState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  name: "",
  scope: "",
  endsAt: null,
  cases: [],
  renewals: 0,
  ledBy: null,
};

export const operationMachine: Machine<OperationStatus, OperationState, OperationCommand, OperationEvent> =
  defineMachine<OperationStatus, OperationState, OperationCommand, OperationEvent>({
    name: "operation",
    initial: absentOperation,
    table: operationTable,
    gates: { renew: ({ ledBy }, { actor }) => (ledBy === actor.id ? toRefusal("own_proposal") : null) },
    handlers: {
      start: (_, { name, scope, endsAt }, acting) => {
        if (name.trim() === "" || scope.trim() === "") return refuse("reason_missing");
        const refusal = findSunsetRefusal(endsAt, acting);
        return refusal === null
          ? accept([{ kind: "operation_started", name, scope, endsAt, ...acting.stamp }])
          : { ok: false, refusal };
      },
      add_case: ({ cases }, { caseId }, { stamp }) => {
        if (!isOpaqueId(caseId)) return refuse("id_not_opaque");
        return cases.includes(caseId) ? refuse("already_there") : accept([{ kind: "case_added", caseId, ...stamp }]);
      },
      renew: (_, { endsAt, newEvidence, reason }, acting) => {
        if (newEvidence.length === 0 || !newEvidence.every(isOpaqueId)) return refuse("new_evidence_missing");
        if (reason.trim() === "") return refuse("reason_missing");
        const refusal = findSunsetRefusal(endsAt, acting);
        return refusal === null
          ? accept([{ kind: "operation_renewed", endsAt, newEvidence, reason, ...acting.stamp }])
          : { ok: false, refusal };
      },
      end: (_, { reason }, { stamp }) =>
        reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "operation_ended", reason, ...stamp }]),
      expire: ({ endsAt }, _, { at, stamp }) =>
        at < (endsAt ?? Infinity) ? refuse("too_early") : accept([{ kind: "operation_ended", reason: null, ...stamp }]),
      report: (_, { text }, { stamp }) =>
        text.trim() === "" ? refuse("reason_missing") : accept([{ kind: "operation_reported", text, ...stamp }]),
    },
    evolve: (state, event) => {
      switch (event.kind) {
        case "operation_started":
          return {
            ...state,
            status: "running",
            name: event.name,
            scope: event.scope,
            endsAt: event.endsAt,
            ledBy: event.by,
          };
        case "case_added":
          return { ...state, cases: [...state.cases, event.caseId] };
        case "operation_renewed":
          return { ...state, endsAt: event.endsAt, renewals: state.renewals + 1, ledBy: event.by };
        case "operation_ended":
          return { ...state, status: "ended" };
        case "operation_reported":
          return { ...state, status: "reported" };
      }
    },
    due: ({ status, endsAt }, at) => (status === "running" && at >= (endsAt ?? Infinity) ? [{ kind: "expire" }] : []),
    deadlines: ({ status, endsAt }) =>
      status === "running" && endsAt !== null ? [{ what: "sunset", dueAt: endsAt }] : [],
  });

function findSunsetRefusal(endsAt: Instant, { at, settings }: Acting): Refusal | null {
  return endsAt > at && endsAt <= at + settings.operationSunsetMs ? null : toRefusal("sunset_out_of_range");
}
