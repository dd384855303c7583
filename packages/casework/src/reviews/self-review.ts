import { isOpaqueId } from "../kernel/ids.ts";
import { allow, defineMachine, toRow, type Base, type Machine, type Stamp, type Table } from "../kernel/machine.ts";
import { accept, refuse, toRefusal } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";

export const reviewStatuses = ["absent", "open", "finished", "settled"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const gapKinds = ["missed", "late", "wrong", "rule_unclear", "tool", "process"] as const;
export type GapKind = (typeof gapKinds)[number];

/** What our own controls missed: a thing to mend, with an owner of the mending and a date; nobody's fault. */
export type Gap = {
  readonly id: string;
  readonly gap: GapKind;
  readonly text: string;
  readonly owner: string;
  readonly dueAt: Instant;
  readonly closedBy: string | null;
  readonly proof: string | null;
};

export type ReviewState = Base<ReviewStatus> & {
  readonly caseId: string | null;
  readonly gaps: Readonly<Record<string, Gap>>;
  readonly summary: string | null;
};

export type ReviewCommand =
  | { readonly kind: "open"; readonly caseId: string }
  | {
      readonly kind: "record_gap";
      readonly gap: string;
      readonly gapKind: GapKind;
      readonly text: string;
      readonly owner: string;
      readonly dueAt: Instant;
    }
  | { readonly kind: "close_gap"; readonly gap: string; readonly proof: string }
  | { readonly kind: "finish"; readonly summary: string };

export type ReviewEvent = Stamp &
  (
    | { readonly kind: "review_opened"; readonly caseId: string }
    | { readonly kind: "gap_recorded"; readonly gap: Gap }
    | { readonly kind: "gap_closed"; readonly gap: string; readonly proof: string; readonly isLast: boolean }
    | {
        readonly kind: "review_finished";
        readonly caseId: string;
        readonly summary: string;
        readonly isSettled: boolean;
      }
  );

export const reviewKinds: readonly ReviewCommand["kind"][] = ["open", "record_gap", "close_gap", "finish"];

/** open ─ finish ─► finished (gaps are still mended) ─ close_gap ─► settled. Finding no gap is an outcome too. */
export const reviewTable: Table<ReviewStatus, ReviewCommand["kind"]> = {
  absent: toRow(reviewKinds, "not_there", { open: allow("open", "system") }),
  open: toRow(reviewKinds, "already_there", {
    record_gap: allow("open", "analyst", "approver", "senior", "auditor"),
    close_gap: allow("open", "analyst", "approver", "senior", "admin"),
    finish: allow(["finished", "settled"], "senior", "approver"),
  }),
  finished: toRow(reviewKinds, "review_over", {
    close_gap: allow(["finished", "settled"], "analyst", "approver", "senior", "admin"),
  }),
  settled: toRow(reviewKinds, "review_over", {}),
};

export const absentReview: ReviewState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  caseId: null,
  gaps: {},
  summary: null,
};

/** One case, two inquiries: what was done to us, and what our own controls let through. Each campaign has one. */
export const reviewMachine: Machine<ReviewStatus, ReviewState, ReviewCommand, ReviewEvent> = defineMachine<
  ReviewStatus,
  ReviewState,
  ReviewCommand,
  ReviewEvent
>({
  name: "self_review",
  initial: absentReview,
  table: reviewTable,
  gates: {
    close_gap: (state) => (listOpen(state).length === 0 ? toRefusal("gap_unknown") : null),
  },
  handlers: {
    open: (_, { caseId }, { stamp }) => accept([{ kind: "review_opened", caseId, ...stamp }]),
    record_gap: (state, { gap: id, gapKind, text, owner, dueAt }, { at, stamp }) => {
      if (!isOpaqueId(id)) return refuse("id_not_opaque");
      if (Object.hasOwn(state.gaps, id)) return refuse("id_twice", [id]);
      if (text.trim() === "" || owner === "" || !gapKinds.includes(gapKind)) return refuse("reason_missing");
      if (dueAt <= at) return refuse("date_out_of_range", ["dueAt"]);
      const gap: Gap = { id, gap: gapKind, text, owner, dueAt, closedBy: null, proof: null };
      return accept([{ kind: "gap_recorded", gap, ...stamp }]);
    },
    close_gap: (state, { gap, proof }, { stamp }) => {
      const open = listOpen(state);
      if (!open.includes(gap)) return refuse("gap_unknown", [gap]);
      if (proof.trim() === "") return refuse("reason_missing");
      return accept([{ kind: "gap_closed", gap, proof, isLast: open.length === 1, ...stamp }]);
    },
    finish: (state, { summary }, { stamp }) => {
      if (summary.trim() === "") return refuse("reason_missing");
      const isSettled = listOpen(state).length === 0;
      return accept([{ kind: "review_finished", caseId: state.caseId ?? "", summary, isSettled, ...stamp }]);
    },
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "review_opened":
        return { ...state, status: "open", caseId: event.caseId };
      case "gap_recorded":
        return { ...state, gaps: { ...state.gaps, [event.gap.id]: event.gap } };
      case "gap_closed": {
        const gap = state.gaps[event.gap];
        if (gap === undefined) return state;
        const gaps = { ...state.gaps, [event.gap]: { ...gap, closedBy: event.by, proof: event.proof } };
        return { ...state, gaps, status: state.status === "finished" && event.isLast ? "settled" : state.status };
      }
      case "review_finished":
        return { ...state, status: event.isSettled ? "settled" : "finished", summary: event.summary };
    }
  },
  due: () => [],
  deadlines: (state) =>
    Object.values(state.gaps)
      .filter(({ closedBy }) => closedBy === null)
      .map(({ dueAt }) => ({ what: "close_gap", dueAt })),
});

function listOpen({ gaps }: ReviewState): readonly string[] {
  return Object.values(gaps)
    .filter(({ closedBy }) => closedBy === null)
    .map(({ id }) => id);
}
