import { isOpaqueId } from "../kernel/ids.ts";
import type { Role } from "../kernel/actor.ts";
import { defineMachine, type Acting, type Machine } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { priorities } from "../kernel/settings.ts";
import {
  absentLead,
  caseTypes,
  dismissalReasons,
  listMissingFields,
  type LeadCommand,
  type LeadContent,
  type LeadEvent,
  type LeadSource,
  type LeadState,
  type LeadStatus,
} from "./lead.ts";
import { leadTable } from "./lead-table.ts";

/** From what a detector or a person noticed to a case, or to a reasoned end. A lead says nothing about anybody yet. */
export const leadMachine: Machine<LeadStatus, LeadState, LeadCommand, LeadEvent> = defineMachine<
  LeadStatus,
  LeadState,
  LeadCommand,
  LeadEvent
>({
  name: "lead",
  initial: absentLead,
  table: leadTable,
  gates: {
    expire: (state, { at }) => (at < (state.expiresAt ?? 0) ? toRefusal("too_early") : null),
    accept: (state) => findAcceptRefusal(state),
    // What a detector saw in parts and then as one; what people wrote down is theirs to join.
    merge: ({ content }, { stamp }) =>
      stamp.as === "system" && content?.source !== "detector" ? toRefusal("not_yours") : null,
    complete: (state, { actor }) => (state.openedBy === actor.id ? null : toRefusal("not_yours")),
  },
  handlers: {
    open: (_, { kind: _kind, ...content }, acting) => decideOpen(content, acting),
    complete: (_, { notice }, { stamp }) =>
      accept([{ kind: "lead_completed", notice, missing: listMissingFields(notice), ...stamp }]),
    see_preview: (_, __, { stamp }) => accept([{ kind: "lead_preview_seen", ...stamp }]),
    dismiss: (_, { reason }, { stamp }) =>
      dismissalReasons.includes(reason)
        ? accept([{ kind: "lead_dismissed", reason, ...stamp }])
        : refuse("reason_missing"),
    merge: (_, { into }, { stamp }) =>
      into === "" ? refuse("reference_missing") : accept([{ kind: "lead_merged", into, ...stamp }]),
    accept: (_, { caseId, priority, caseType }, { stamp }) => {
      if (!isOpaqueId(caseId)) return refuse("id_not_opaque");
      if (!caseTypes.includes(caseType)) return refuse("case_type_unknown");
      if (!priorities.includes(priority)) return refuse("priority_missing");
      return accept([{ kind: "lead_accepted", caseId, priority, caseType, ...stamp }]);
    },
    expire: (_, __, { stamp }) => accept([{ kind: "lead_expired", ...stamp }]),
  },
  evolve,
  due: (state, at) => (isWaiting(state) && at >= (state.expiresAt ?? Infinity) ? [{ kind: "expire" }] : []),
  deadlines: (state) =>
    isWaiting(state) && state.expiresAt !== null ? [{ what: "lead_expires", dueAt: state.expiresAt }] : [],
});

function decideOpen(content: LeadContent, { actor, settings, at, ...acting }: Acting): Outcome<readonly LeadEvent[]> {
  if (content.refs.length === 0) return refuse("reference_missing");
  if (!content.refs.every(isOpaqueId)) return refuse("id_not_opaque");
  const as = sourceRoles[content.source].find((role) => actor.roles.includes(role));
  // Nobody opens a lead in somebody else's name.
  if (as === undefined) return refuse("source_not_yours");
  const stamp = { ...acting.stamp, as };
  if (content.reason.trim() === "" && content.signals.length === 0) return refuse("reason_missing");
  if ((content.source === "authority") !== (content.request !== null)) return refuse("reference_missing", ["request"]);
  const isNotice = content.source === "reporter" || content.source === "trusted_flagger";
  if (isNotice && content.notice === null) return refuse("notice_incomplete");
  if (content.source === "detector" && !isOnBothAxes(content)) return refuse("one_axis_only");
  const missing = content.notice === null ? [] : listMissingFields(content.notice);
  return accept([{ kind: "lead_opened", content, missing, expiresAt: at + settings.leadTtlMs, ...stamp }]);
}

const sourceRoles: Readonly<Record<LeadSource, readonly Role[]>> = {
  detector: ["detector"],
  reporter: ["reporter"],
  trusted_flagger: ["trusted_flagger"],
  authority: ["liaison"],
  analyst: ["analyst"],
};

/** Coordination alone is no lead: petitions and fan clubs are coordinated. */
function isOnBothAxes({ signals }: LeadContent): boolean {
  const axes = new Set(signals.map(({ axis }) => axis));
  return axes.has("coordinated") && axes.has("inauthentic");
}

function findAcceptRefusal({ content, previewSeenBy }: LeadState): Refusal | null {
  if (content === null) return toRefusal("not_there");
  if (content.learning && previewSeenBy === null) return toRefusal("preview_unseen");
  const families = new Set(content.signals.map(({ family }) => family)).size;
  const hasNotice = content.notice !== null && listMissingFields(content.notice).length === 0;
  return families >= 2 || hasNotice || content.source === "authority" ? null : toRefusal("too_little_for_a_case");
}

function isWaiting({ status }: LeadState): boolean {
  return status === "lead_open" || status === "lead_returned";
}

function evolve(state: LeadState, event: LeadEvent): LeadState {
  switch (event.kind) {
    case "lead_opened": {
      const isReturned = event.missing.length > 0;
      return {
        ...state,
        status: isReturned ? "lead_returned" : "lead_open",
        returned: isReturned,
        content: event.content,
        openedBy: event.by,
        expiresAt: event.expiresAt,
      };
    }
    case "lead_completed":
      return {
        ...state,
        status: "lead_open",
        content: state.content === null ? null : { ...state.content, notice: event.notice },
      };
    case "lead_preview_seen":
      return { ...state, previewSeenBy: event.by };
    case "lead_dismissed":
      return { ...state, status: "lead_dismissed", dismissal: event.reason };
    case "lead_merged":
      return { ...state, status: "lead_merged", into: event.into };
    case "lead_accepted":
      return { ...state, status: "lead_accepted", into: event.caseId };
    case "lead_expired":
      return { ...state, status: "lead_expired" };
  }
}
