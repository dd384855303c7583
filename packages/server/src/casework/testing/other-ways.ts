import type { CommandOf, ObjectKind } from "@breakwater/casework";

type Ways = {
  readonly [K in Exclude<ObjectKind, "rule_version" | "override">]: Readonly<
    Partial<Record<CommandOf<K>["kind"], string>>
  >;
};

const clock = "the clock";
const followUp = "follows from what happens to another object";
const platform = "the platform says so: /v1/effects";
const own = "the person concerned, by their own link";
const registry = "the registry decides by its own rules, with the same three people: /v1/claims";
const delivery = "whoever delivers notices to people";

/**
 * How each command is given that no route of casework's objects takes from the staff. Together with the routes it covers every command of
 * every machine. Rules and their overrides in the
 * policies room (`/v1/policy-records`, `/v1/policy-overrides`).
 */
export const otherWays = {
  lead: {
    open: "POST /v1/leads, reports and detectors",
    see_preview: "POST /v1/leads/{id}/see-preview",
    dismiss: "POST /v1/leads/{id}/dismiss",
    merge: "POST /v1/leads/{id}/merge",
    accept: "POST /v1/leads/{id}/accept",
    complete: "POST /v1/reports: whoever reported",
    expire: clock,
  },
  case: {
    open: followUp,
    join_report: followUp,
    hear_partner: followUp,
    note_hearing_delivery: delivery,
    reply: own,
    end_hearing: clock,
    draw_sample: "the service, with a seed of its own, when a bulk decision is proposed",
    settle: followUp,
    note_self_review: followUp,
    close: clock,
    purge: clock,
  },
  decision: {
    open: followUp,
    note_delivery: delivery,
    note_login: own,
    apply: "the service, once the person was told; and again after a failure",
    confirm_applied: platform,
    note_failure: platform,
    confirm_reversed: platform,
    expire: clock,
    lapse_emergency: clock,
    appeal: own,
    confirm_step: "the service, when a restoration starts",
    file_dispute: own,
    supersede: followUp,
    close: clock,
    purge: followUp,
  },
  determination: {
    start: registry,
    add_source: registry,
    draft: registry,
    review_first: registry,
    review_second: registry,
    publish: registry,
    set_aside: registry,
    propose_correction: registry,
    confirm_correction: registry,
    withdraw: registry,
    ask_correction: "POST /v1/claims/{id}/corrections, and the public page",
  },
  hold: { place: "POST /v1/holds", contest: own, expire: clock },
  authority_request: { receive: "POST /v1/authority-requests" },
  transfer: { send: followUp, lapse: clock },
  operation: { start: "POST /v1/operations", expire: clock },
  self_review: { open: followUp },
  register_entry: { enter: followUp, expire: clock, delete: followUp },
  reporter: { record: followUp, expire: clock },
  victim_workspace: {
    open: "POST /v1/victim-workspaces",
    share: own,
    withdraw_share: own,
    close: own,
  },
  unmasking: { request: "POST /v1/unmaskings" },
} as const satisfies Ways;
