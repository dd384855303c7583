import type { Redress } from "../decisions/decision.ts";
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
import { accept, refuse, type Outcome } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";
import { renderPublicStatement } from "../statements/render-public.ts";
import type { StatementFields } from "../statements/statement-fields.ts";
import { listStatementFaults } from "../statements/validate-statement.ts";

export const holdStatuses = ["absent", "held", "released_ttl", "released_human", "confirmed"] as const;
export type HoldStatus = (typeof holdStatuses)[number];

/**
 * The only reasons for which anything is held. None of them looks at words or topics: there is no operator for that, so that none can
 * be configured.
 */
export const holdTriggers = ["decided_removal", "equal_rate_limit", "exposed_identifier", "person_emergency"] as const;
export type HoldTrigger = (typeof holdTriggers)[number];

export type HoldContent = {
  readonly item: string;
  readonly author: string;
  /** A place in a trend is held for hours, an item for days; both end by themselves. */
  readonly slot: "item" | "trend";
  readonly trigger: HoldTrigger;
  /** The removal that it repeats, for `decided_removal`; null otherwise. */
  readonly decision: string | null;
  /** A hold restricts: it has a statement, with its end. */
  readonly statement: StatementFields;
  /** Shown to the author with the reason, at once. */
  readonly redress: Redress;
};

export type HoldState = Base<HoldStatus> & {
  readonly content: HoldContent | null;
  readonly endsAt: Instant | null;
  readonly contested: boolean;
  readonly confirmedBy: string | null;
};

export type HoldCommand =
  | ({ readonly kind: "place" } & HoldContent)
  | { readonly kind: "contest"; readonly text: string }
  | { readonly kind: "release"; readonly reason: string }
  | { readonly kind: "confirm"; readonly decision: string }
  | { readonly kind: "expire" };

export type HoldEvent = Stamp &
  (
    | { readonly kind: "hold_placed"; readonly content: HoldContent; readonly endsAt: Instant }
    | { readonly kind: "hold_contested"; readonly text: string }
    | { readonly kind: "hold_released"; readonly reason: string }
    | { readonly kind: "hold_confirmed"; readonly decision: string }
    | { readonly kind: "hold_expired" }
  );

export const holdKinds: readonly HoldCommand["kind"][] = ["place", "contest", "release", "confirm", "expire"];

/** held ─ expire ─► released_ttl, ─ release ─► released_human, ─ confirm (a decision took over) ─► confirmed. There is no extending. */
export const holdTable: Table<HoldStatus, HoldCommand["kind"]> = {
  absent: toRow(holdKinds, "not_there", { place: allow("held", "detector", "triage", "analyst") }),
  held: toRow(holdKinds, "already_there", {
    contest: allow("held", "subject"),
    release: allow("released_human", "triage", "analyst"),
    confirm: allow("confirmed", "analyst", "approver"),
    expire: allow("released_ttl", "system"),
  }),
  released_ttl: toRow(holdKinds, "hold_over", {}),
  released_human: toRow(holdKinds, "hold_over", {}),
  confirmed: toRow(holdKinds, "hold_over", {}),
};

export const absentHold: HoldState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  content: null,
  endsAt: null,
  contested: false,
  confirmedBy: null,
};

export const holdMachine: Machine<HoldStatus, HoldState, HoldCommand, HoldEvent> = defineMachine<
  HoldStatus,
  HoldState,
  HoldCommand,
  HoldEvent
>({
  name: "hold",
  initial: absentHold,
  table: holdTable,
  gates: {},
  handlers: {
    place: (_, { kind: _kind, ...content }, acting) => decidePlace(content, acting),
    contest: ({ content }, { text }, { actor, stamp }) => {
      if (content?.author !== actor.id) return refuse("not_yours");
      return text.trim() === "" ? refuse("reason_missing") : accept([{ kind: "hold_contested", text, ...stamp }]);
    },
    release: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "hold_released", reason, ...stamp }]),
    confirm: (_, { decision }, { related, stamp }) =>
      related.removalsInForce.includes(decision)
        ? accept([{ kind: "hold_confirmed", decision, ...stamp }])
        : refuse("decision_missing", [decision]),
    expire: ({ endsAt }, _, { at, stamp }) =>
      at < (endsAt ?? Infinity) ? refuse("too_early") : accept([{ kind: "hold_expired", ...stamp }]),
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "hold_placed":
        return { ...state, status: "held", content: event.content, endsAt: event.endsAt };
      case "hold_contested":
        return { ...state, contested: true };
      case "hold_released":
        return { ...state, status: "released_human" };
      case "hold_confirmed":
        return { ...state, status: "confirmed", confirmedBy: event.by };
      case "hold_expired":
        return { ...state, status: "released_ttl" };
    }
  },
  due: ({ status, endsAt }, at) => (status === "held" && at >= (endsAt ?? Infinity) ? [{ kind: "expire" }] : []),
  deadlines: ({ status, endsAt }) =>
    status === "held" && endsAt !== null ? [{ what: "hold_ends", dueAt: endsAt }] : [],
});

function decidePlace(content: HoldContent, acting: Acting): Outcome<readonly HoldEvent[]> {
  const { settings, stamp, at, related } = acting;
  const isMachine = stamp.as === "detector";
  if (isMachine && !settings.holdsEnabled) return refuse("hold_off");
  if (!holdTriggers.includes(content.trigger)) return refuse("hold_trigger");
  if (isMachine === (content.trigger === "person_emergency")) return refuse("hold_trigger");
  if (!isOpaqueId(content.item) || !isOpaqueId(content.author)) return refuse("id_not_opaque");
  const needsDecision = content.trigger === "decided_removal";
  const stands = content.decision !== null && related.removalsInForce.includes(content.decision);
  if (needsDecision && !stands) return refuse("decision_missing");
  const { statement } = content;
  const isBounded = statement.end_date_visibility_restriction !== undefined;
  if (!isBounded || listStatementFaults(statement).length > 0) return refuse("hold_needs_statement");
  const ways = Object.values(content.redress);
  if (ways.some((way) => way.trim() === "")) return refuse("redress_missing");
  const shown = renderPublicStatement(statement, settings);
  if (!shown.ok) return shown;
  const endsAt = at + (content.slot === "trend" ? settings.trendHoldMs : settings.holdMs);
  return accept([{ kind: "hold_placed", content, endsAt, ...stamp }]);
}
