import { allow, defineMachine, toRow, type Base, type Machine, type Stamp, type Table } from "../kernel/machine.ts";
import { isOpaqueId } from "../kernel/ids.ts";
import { accept, refuse, toRefusal } from "../kernel/outcome.ts";
import { addMonths, type Instant } from "../kernel/time.ts";
import { isOverridable, lintCodes, type LintCode } from "../policies/lint/lint-codes.ts";

export const overrideStatuses = ["absent", "asked", "granted", "refused", "ended"] as const;
export type OverrideStatus = (typeof overrideStatuses)[number];

export const overrideOf = ["linter", "observation"] as const;
export type OverrideOf = (typeof overrideOf)[number];

/** What is let through: findings of the linter in one version of a rule, or a detector's duty to observe before it alerts. */
export type OverrideContent = {
  readonly of: OverrideOf;
  /** The version of the rule (`IA-1:2`), or the detector. */
  readonly subject: string;
  /** Findings that may stand; empty for a detector. */
  readonly codes: readonly LintCode[];
  readonly reason: string;
  readonly until: Instant;
};

/** A rule of ours that two people set aside, for a time, in public. */
export type OverrideState = Base<OverrideStatus> & {
  readonly content: OverrideContent | null;
  readonly askedBy: string | null;
  readonly grantedBy: string | null;
  readonly grantedAt: Instant | null;
  readonly answer: string | null;
};

export type OverrideCommand =
  | ({ readonly kind: "ask" } & OverrideContent)
  | { readonly kind: "grant"; readonly reason: string }
  | { readonly kind: "refuse"; readonly reason: string }
  | { readonly kind: "end"; readonly reason: string }
  | { readonly kind: "expire" };

export type OverrideEvent = Stamp &
  (
    | { readonly kind: "override_asked"; readonly content: OverrideContent }
    | { readonly kind: "override_granted"; readonly of: OverrideOf; readonly subject: string; readonly reason: string }
    | { readonly kind: "override_refused"; readonly reason: string }
    | {
        readonly kind: "override_ended";
        readonly of: OverrideOf;
        readonly subject: string;
        /** Null: its time was over. */
        readonly reason: string | null;
      }
  );

export const overrideKinds: readonly OverrideCommand["kind"][] = ["ask", "grant", "refuse", "end", "expire"];

/** absent ─ ask ─► asked ─ grant ─► granted ─ end, expire ─► ended;  asked ─ refuse ─► refused */
export const overrideTable: Table<OverrideStatus, OverrideCommand["kind"]> = {
  absent: toRow(overrideKinds, "not_there", { ask: allow("asked", "editor", "legal", "senior", "admin") }),
  asked: toRow(overrideKinds, "override_step", {
    ask: "already_there",
    grant: allow("granted", "legal", "senior"),
    refuse: allow("refused", "legal", "senior"),
  }),
  granted: toRow(overrideKinds, "override_step", {
    ask: "already_there",
    end: allow("ended", "legal", "senior"),
    expire: allow("ended", "system"),
  }),
  refused: toRow(overrideKinds, "override_over", {}),
  ended: toRow(overrideKinds, "override_over", {}),
};

export const absentOverride: OverrideState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  content: null,
  askedBy: null,
  grantedBy: null,
  grantedAt: null,
  answer: null,
};

/** Setting aside a safeguard: asked by one, granted by another, for twelve months at most, and published. */
export const overrideMachine: Machine<OverrideStatus, OverrideState, OverrideCommand, OverrideEvent> = defineMachine<
  OverrideStatus,
  OverrideState,
  OverrideCommand,
  OverrideEvent
>({
  name: "override",
  initial: absentOverride,
  table: overrideTable,
  gates: { grant: ({ askedBy }, { actor }) => (askedBy === actor.id ? toRefusal("own_proposal") : null) },
  handlers: {
    ask: (_, { kind: _kind, ...content }, { at, settings, stamp }) => {
      const { of, subject, codes, reason, until } = content;
      if (!overrideOf.includes(of) || !isOpaqueId(subject)) return refuse("reference_missing");
      if (reason.trim() === "") return refuse("reason_missing");
      if (until <= at || until > addMonths(at, settings.reviewMonthsMax)) return refuse("date_out_of_range", ["until"]);
      if ((of === "linter") !== codes.length > 0) return refuse("reference_missing", ["codes"]);
      const firm = codes.filter((code) => !Object.hasOwn(lintCodes, code) || !isOverridable(code));
      if (firm.length > 0) return refuse("never_overridden", firm);
      return accept([{ kind: "override_asked", content, ...stamp }]);
    },
    grant: ({ content }, { reason }, { at, stamp }) => {
      if (content === null) return refuse("not_there");
      if (reason.trim() === "") return refuse("reason_missing");
      if (at >= content.until) return refuse("date_out_of_range", ["until"]);
      const { of, subject } = content;
      return accept([{ kind: "override_granted", of, subject, reason, ...stamp }]);
    },
    refuse: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "override_refused", reason, ...stamp }]),
    end: ({ content }, { reason }, { stamp }) => {
      if (content === null) return refuse("not_there");
      const { of, subject } = content;
      return reason.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "override_ended", of, subject, reason, ...stamp }]);
    },
    expire: ({ content }, _, { at, stamp }) => {
      if (content === null) return refuse("not_there");
      const { of, subject, until } = content;
      return at < until
        ? refuse("too_early")
        : accept([{ kind: "override_ended", of, subject, reason: null, ...stamp }]);
    },
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "override_asked":
        return { ...state, status: "asked", content: event.content, askedBy: event.by };
      case "override_granted":
        return { ...state, status: "granted", grantedBy: event.by, grantedAt: event.at, answer: event.reason };
      case "override_refused":
        return { ...state, status: "refused", answer: event.reason };
      case "override_ended":
        return { ...state, status: "ended" };
    }
  },
  due: ({ status, content }, at) =>
    status === "granted" && content !== null && at >= content.until ? [{ kind: "expire" }] : [],
  deadlines: ({ status, content }) =>
    status === "granted" && content !== null ? [{ what: "expire", dueAt: content.until }] : [],
});
