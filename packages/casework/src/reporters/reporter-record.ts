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

export const reporterStatuses = ["absent", "good_standing", "warned", "suspended"] as const;
export type ReporterStatus = (typeof reporterStatuses)[number];

export const noticeOutcomes = ["founded", "unfounded", "manifestly_unfounded"] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

/** How somebody's notices (or complaints) turned out. Being wrong in good faith counts for nothing against them. */
export type ReporterState = Base<ReporterStatus> & {
  readonly total: number;
  readonly manifestlyUnfounded: number;
  /** Manifestly unfounded ones since the last warning. */
  readonly sinceWarning: number;
  readonly suspendedUntil: Instant | null;
};

export type ReporterCommand =
  | { readonly kind: "record"; readonly notice: string; readonly outcome: NoticeOutcome }
  | { readonly kind: "warn"; readonly reason: string }
  /** Article 23 looks at number, share, gravity and intent; the last two are said in words. */
  | {
      readonly kind: "suspend";
      readonly of: "notices" | "complaints";
      readonly gravity: string;
      readonly intent: string;
    }
  | { readonly kind: "lift"; readonly reason: string }
  | { readonly kind: "expire" };

export type ReporterEvent = Stamp &
  (
    | { readonly kind: "outcome_recorded"; readonly notice: string; readonly outcome: NoticeOutcome }
    | { readonly kind: "reporter_warned"; readonly reason: string }
    | {
        readonly kind: "processing_suspended";
        readonly of: "notices" | "complaints";
        readonly gravity: string;
        readonly intent: string;
        readonly until: Instant;
      }
    | { readonly kind: "suspension_lifted"; readonly reason: string | null }
  );

export const reporterKinds: readonly ReporterCommand["kind"][] = ["record", "warn", "suspend", "lift", "expire"];

/** good_standing ─ warn ─► warned ─ suspend ─► suspended ─ expire, lift ─► good_standing. No suspension without a warning. */
export const reporterTable: Table<ReporterStatus, ReporterCommand["kind"]> = {
  absent: toRow(reporterKinds, "not_there", { record: allow("good_standing", "system") }),
  good_standing: toRow(reporterKinds, "nothing_suspended", {
    record: allow("good_standing", "system"),
    warn: allow("warned", "analyst", "triage"),
    suspend: "not_warned_reporter",
  }),
  warned: toRow(reporterKinds, "nothing_suspended", {
    record: allow("warned", "system"),
    warn: "already_there",
    suspend: allow("suspended", "approver"),
    lift: allow("good_standing", "appeal_reviewer"),
  }),
  suspended: toRow(reporterKinds, "processing_suspended", {
    record: allow("suspended", "system"),
    lift: allow("good_standing", "appeal_reviewer"),
    expire: allow("good_standing", "system"),
  }),
};

export const absentReporter: ReporterState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  total: 0,
  manifestlyUnfounded: 0,
  sinceWarning: 0,
  suspendedUntil: null,
};

export const reporterMachine: Machine<ReporterStatus, ReporterState, ReporterCommand, ReporterEvent> = defineMachine<
  ReporterStatus,
  ReporterState,
  ReporterCommand,
  ReporterEvent
>({
  name: "reporter",
  initial: absentReporter,
  table: reporterTable,
  gates: {
    warn: (state, acting) => findThresholdRefusal(state, state.manifestlyUnfounded, acting),
    suspend: (state, acting) =>
      state.sinceWarning === 0
        ? toRefusal("not_warned_reporter")
        : findThresholdRefusal(state, state.manifestlyUnfounded, acting),
  },
  handlers: {
    record: (_, { notice, outcome }, { stamp }) =>
      noticeOutcomes.includes(outcome)
        ? accept([{ kind: "outcome_recorded", notice, outcome, ...stamp }])
        : refuse("reason_missing"),
    warn: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "reporter_warned", reason, ...stamp }]),
    suspend: (_, { of, gravity, intent }, { at, stamp, settings }) => {
      if (gravity.trim() === "" || intent.trim() === "") return refuse("reason_missing");
      const until = at + settings.processingSuspensionMs;
      return accept([{ kind: "processing_suspended", of, gravity, intent, until, ...stamp }]);
    },
    lift: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "suspension_lifted", reason, ...stamp }]),
    expire: ({ suspendedUntil }, _, { at, stamp }) =>
      at < (suspendedUntil ?? Infinity)
        ? refuse("too_early")
        : accept([{ kind: "suspension_lifted", reason: null, ...stamp }]),
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "outcome_recorded": {
        const more = event.outcome === "manifestly_unfounded" ? 1 : 0;
        return {
          ...state,
          status: state.status === "absent" ? "good_standing" : state.status,
          total: state.total + 1,
          manifestlyUnfounded: state.manifestlyUnfounded + more,
          sinceWarning: state.status === "warned" ? state.sinceWarning + more : 0,
        };
      }
      case "reporter_warned":
        return { ...state, status: "warned", sinceWarning: 0 };
      case "processing_suspended":
        return { ...state, status: "suspended", suspendedUntil: event.until };
      // One begins anew: what was served is not held against anybody twice.
      case "suspension_lifted":
        return {
          ...state,
          status: "good_standing",
          suspendedUntil: null,
          total: 0,
          manifestlyUnfounded: 0,
          sinceWarning: 0,
        };
    }
  },
  due: ({ status, suspendedUntil }, at) =>
    status === "suspended" && at >= (suspendedUntil ?? Infinity) ? [{ kind: "expire" }] : [],
  deadlines: ({ suspendedUntil }) =>
    suspendedUntil === null ? [] : [{ what: "suspension_ends", dueAt: suspendedUntil }],
});

/** "Frequently": by number and by share, both. */
function findThresholdRefusal({ total }: ReporterState, count: number, { settings }: Acting): Refusal | null {
  const isOften = count >= settings.unfoundedCountMin && count >= total * settings.unfoundedShareMin;
  return isOften ? null : toRefusal("below_threshold");
}
