import { isOpaqueId } from "../kernel/ids.ts";
import { allow, defineMachine, toRow, type Acting, type Machine, type Table } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import {
  absentDetermination,
  determinationKinds,
  sourceKinds,
  verdicts,
  type CorrectionRequest,
  type DeterminationCommand,
  type DeterminationEvent,
  type DeterminationState,
  type DeterminationStatus,
  type Draft,
  type Version,
} from "./determination.ts";

type Of<K extends DeterminationCommand["kind"]> = Extract<DeterminationCommand, { kind: K }>;
type Events = Outcome<readonly DeterminationEvent[]>;

const published = (status: "published" | "corrected") =>
  toRow<DeterminationStatus, DeterminationCommand["kind"]>(determinationKinds, "determination_step", {
    start: "already_there",
    add_source: allow(status, "editor"),
    propose_correction: allow(status, "editor"),
    confirm_correction: allow([status, "corrected"], "editor"),
    withdraw: allow("withdrawn", "editor"),
    ask_correction: allow(status, "reporter", "trusted_flagger", "subject", "victim"),
    answer_correction: allow(status, "editor"),
  });

/**
 *   researching ─ draft ─► drafted ─ review_first ─► reviewed_1 ─ review_second ─► reviewed_2 ─ publish ─► published
 *        ▲                    └────── not agreed ──────┴───────────────┐                                     │
 *        └─────────────────────────────────────────────────────────────┘       corrected ◄─ confirm_correction (twice)
 *   researching ─ set_aside ─► set_aside (an opinion, or nothing to be found)
 */
export const determinationTable: Table<DeterminationStatus, DeterminationCommand["kind"]> = {
  absent: toRow(determinationKinds, "not_there", { start: allow("researching", "editor") }),
  researching: toRow(determinationKinds, "determination_step", {
    start: "already_there",
    add_source: allow("researching", "editor"),
    draft: allow("drafted", "editor"),
    set_aside: allow("set_aside", "editor"),
  }),
  drafted: toRow(determinationKinds, "determination_step", {
    start: "already_there",
    add_source: allow("drafted", "editor"),
    review_first: allow(["reviewed_1", "researching"], "editor"),
  }),
  reviewed_1: toRow(determinationKinds, "determination_step", {
    start: "already_there",
    review_second: allow(["reviewed_2", "researching"], "editor"),
  }),
  reviewed_2: toRow(determinationKinds, "determination_step", {
    start: "already_there",
    publish: allow("published", "editor"),
  }),
  published: published("published"),
  corrected: published("corrected"),
  withdrawn: toRow(determinationKinds, "determination_over", {}),
  set_aside: toRow(determinationKinds, "determination_over", {}),
};

/** What was found about a claim: an author, a first and a second reviewer, three people by id; corrections stay visible. */
export const determinationMachine: Machine<
  DeterminationStatus,
  DeterminationState,
  DeterminationCommand,
  DeterminationEvent
> = defineMachine<DeterminationStatus, DeterminationState, DeterminationCommand, DeterminationEvent>({
  name: "determination",
  initial: absentDetermination,
  table: determinationTable,
  gates: {
    draft: ({ checkable }) => (checkable ? null : toRefusal("opinion_not_determined")),
    review_first: findReviewerRefusal,
    review_second: findReviewerRefusal,
    confirm_correction: ({ correction }, { actor }) => {
      if (correction === null) return toRefusal("change_not_proposed");
      const isIn = correction.by === actor.id || correction.confirmedBy.includes(actor.id);
      return isIn ? toRefusal("same_editor") : null;
    },
    answer_correction: (state) => (listOpenCorrections(state).length === 0 ? toRefusal("correction_unknown") : null),
  },
  handlers: {
    start: (_, { claim, checkable }, { stamp }) =>
      claim.trim() === ""
        ? refuse("reference_missing")
        : accept([{ kind: "claim_taken_up", claim, checkable, ...stamp }]),
    add_source: decideAddSource,
    draft: decideDraft,
    review_first: (_, { agrees, reason }, { stamp }) => decideReview(1, { agrees, reason }, stamp),
    review_second: (_, { agrees, reason }, { stamp }) => decideReview(2, { agrees, reason }, stamp),
    publish: (state, _, { stamp }) => {
      const version = toVersion(state, state.draft);
      return version === null
        ? refuse("determination_step")
        : accept([{ kind: "determination_published", version, ...stamp }]);
    },
    set_aside: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "claim_set_aside", reason, ...stamp }]),
    propose_correction: (state, { kind: _kind, reason, ...draft }, { stamp }) => {
      const refusal = findDraftRefusal(state, draft) ?? (reason.trim() === "" ? toRefusal("reason_missing") : null);
      return refusal === null
        ? accept([{ kind: "correction_proposed", draft, reason, ...stamp }])
        : { ok: false, refusal };
    },
    confirm_correction: decideConfirmCorrection,
    // Withdrawing takes one person, because it only lessens what a determination can do.
    withdraw: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "determination_withdrawn", reason, ...stamp }]),
    ask_correction: (state, { request, text }, { at, stamp, settings }) => {
      if (!isOpaqueId(request)) return refuse("id_not_opaque");
      if (Object.hasOwn(state.requests, request)) return refuse("id_twice", [request]);
      if (text.trim() === "") return refuse("reason_missing");
      if (listOpenCorrections(state).length >= settings.correctionsOpenMax) return refuse("corrections_waiting");
      return accept([{ kind: "correction_asked", request, text, dueAt: at + settings.correctionMs, ...stamp }]);
    },
    answer_correction: ({ requests }, { request, answer }, { stamp }) => {
      if (requests[request]?.answer !== null) return refuse("correction_unknown", [request]);
      return answer.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "correction_answered", request, answer, ...stamp }]);
    },
  },
  evolve,
  due: () => [],
  deadlines: (state) => listOpenCorrections(state).map(({ dueAt }) => ({ what: "answer_correction", dueAt })),
});

/** Requests of readers that wait for an answer. What was withdrawn says nothing any more that could be corrected. */
export function listOpenCorrections({
  status,
  requests,
}: Pick<DeterminationState, "status" | "requests">): readonly CorrectionRequest[] {
  return status === "withdrawn" ? [] : Object.values(requests).filter(({ answer }) => answer === null);
}

function findReviewerRefusal({ author, reviewer1 }: DeterminationState, { actor }: Acting): Refusal | null {
  return author === actor.id || reviewer1 === actor.id ? toRefusal("same_editor") : null;
}

function decideAddSource({ sources }: DeterminationState, { source }: Of<"add_source">, { stamp }: Acting): Events {
  if (!isOpaqueId(source.id)) return refuse("id_not_opaque");
  if (!sourceKinds.includes(source.kind) || source.reference.trim() === "") return refuse("reference_missing");
  if (Object.hasOwn(sources, source.id)) return refuse("id_twice", [source.id]);
  return accept([{ kind: "source_added", source, ...stamp }]);
}

function decideDraft(state: DeterminationState, { kind: _kind, ...draft }: Of<"draft">, { stamp }: Acting): Events {
  const refusal = findDraftRefusal(state, draft);
  return refusal === null ? accept([{ kind: "verdict_drafted", draft, ...stamp }]) : { ok: false, refusal };
}

/** Official statements are one source among others, and never the verdict. */
function findDraftRefusal({ sources }: DeterminationState, draft: Draft): Refusal | null {
  const kinds = Object.values(sources).map(({ kind }) => kind);
  if (kinds.length < 2 || kinds.every((kind) => kind === "official_statement")) return toRefusal("sources_missing");
  if (!verdicts.includes(draft.verdict)) return toRefusal("verdict_unknown");
  if (draft.text.trim() === "") return toRefusal("reason_missing", ["text"]);
  return draft.rightOfReply.trim() === "" ? toRefusal("right_of_reply_missing") : null;
}

function decideReview(
  step: 1 | 2,
  { agrees, reason }: { readonly agrees: boolean; readonly reason: string },
  stamp: Acting["stamp"],
): Events {
  return reason.trim() === ""
    ? refuse("reason_missing")
    : accept([{ kind: "draft_reviewed", step, agrees, reason, ...stamp }]);
}

/** A correction is a determination anew: an author and two reviewers. */
function decideConfirmCorrection(
  { correction, versions }: DeterminationState,
  _: Of<"confirm_correction">,
  { actor, stamp }: Acting,
): Events {
  if (correction === null) return refuse("change_not_proposed");
  const { draft, by, reason, confirmedBy } = correction;
  const confirmed: DeterminationEvent = { kind: "correction_confirmed", ...stamp };
  if (confirmedBy.length === 0) return accept([confirmed]);
  const version: Version = {
    ...draft,
    number: versions.length + 1,
    author: by,
    reviewers: [...confirmedBy, actor.id],
  };
  return accept([confirmed, { kind: "determination_corrected", version, reason, ...stamp }]);
}

function toVersion(
  { author, reviewer1, reviewer2, versions }: DeterminationState,
  draft: Draft | null,
): Version | null {
  if (draft === null || author === null || reviewer1 === null || reviewer2 === null) return null;
  return { ...draft, number: versions.length + 1, author, reviewers: [reviewer1, reviewer2] };
}

function evolve(state: DeterminationState, event: DeterminationEvent): DeterminationState {
  switch (event.kind) {
    case "claim_taken_up":
      return { ...state, status: "researching", claim: event.claim, checkable: event.checkable };
    case "source_added":
      return { ...state, sources: { ...state.sources, [event.source.id]: event.source } };
    case "verdict_drafted":
      return { ...state, status: "drafted", draft: event.draft, author: event.by, reviewer1: null, reviewer2: null };
    case "draft_reviewed":
      if (!event.agrees) return { ...state, status: "researching", reviewer1: null, reviewer2: null };
      return event.step === 1
        ? { ...state, status: "reviewed_1", reviewer1: event.by }
        : { ...state, status: "reviewed_2", reviewer2: event.by };
    case "determination_published":
      return { ...state, status: "published", versions: [...state.versions, event.version] };
    case "claim_set_aside":
      return { ...state, status: "set_aside" };
    case "correction_proposed":
      return { ...state, correction: { draft: event.draft, by: event.by, reason: event.reason, confirmedBy: [] } };
    case "correction_confirmed":
      return state.correction === null
        ? state
        : { ...state, correction: { ...state.correction, confirmedBy: [...state.correction.confirmedBy, event.by] } };
    case "determination_corrected":
      return { ...state, status: "corrected", correction: null, versions: [...state.versions, event.version] };
    case "determination_withdrawn":
      return { ...state, status: "withdrawn", correction: null };
    case "correction_asked": {
      const asked = { by: event.by, text: event.text, askedAt: event.at, dueAt: event.dueAt, answer: null };
      return { ...state, requests: { ...state.requests, [event.request]: asked } };
    }
    case "correction_answered": {
      const asked = state.requests[event.request];
      if (asked === undefined) return state;
      return { ...state, requests: { ...state.requests, [event.request]: { ...asked, answer: event.answer } } };
    }
  }
}
