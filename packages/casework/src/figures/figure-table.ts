/** Every published figure, in the order in which it is shown. */
export const figureKeys = [
  "leads_opened",
  "leads_accepted",
  "leads_dismissed",
  "leads_merged",
  "leads_expired",
  "leads_waiting",
  "notice_items",
  "time_to_act_on_notice",
  "detector_leads_confirmed",
  "detector_leads_dismissed",
  "detector_precision",
  "detector_precision_by_family",
  "detector_precision_by_version",
  "cases_opened",
  "time_to_first_action",
  "cases_decided_action",
  "cases_decided_no_action",
  "cases_reopened",
  "time_to_decide",
  "time_paused",
  "proposals_rejected",
  "bulk_approvals",
  "bulk_undone",
  "bulk_decisions_undone",
  "emergency_actions",
  "emergency_confirmed",
  "emergency_lapsed",
  "decisions_action",
  "decisions_by_kind",
  "decisions_no_action",
  "campaign_accounts_measured",
  "decisions_taken_back",
  "no_action_taken_back",
  "decision_error_rate",
  "measures_applied",
  "measures_expired",
  "measures_reversed",
  "effects_failed",
  "notices_sent",
  "time_to_inform",
  "separation_not_kept",
  "effects_without_decision",
  "effects_before_statement",
  "decisions_without_own_evidence",
  "decisions_above_l3_by_one",
  "bystander_measures_above_l1",
  "appeals_received",
  "appeals_received_by_kind",
  "appeals_decided",
  "appeals_decided_by_kind",
  "appeals_reversed",
  "appeals_waiting",
  "appeal_reversal_share",
  "time_to_decide_appeal",
  "restorations_started",
  "time_to_restore",
  "disputes_filed",
  "disputes_declined",
  "disputes_concluded",
  "dispute_implemented_share",
  "time_to_conclude_dispute",
  "holds_placed",
  "holds_released",
  "holds_lapsed",
  "holds_confirmed",
  "holds_contested",
  "hold_confirmed_share",
  "authority_requests_received",
  "authority_requests_answered",
  "authority_requests_narrowed",
  "authority_requests_refused",
  "authority_requests_returned",
  "authority_users_told",
  "authority_notices_withheld",
  "time_to_acknowledge_request",
  "time_to_answer_request",
  "determinations_published",
  "determinations_corrected",
  "determinations_withdrawn",
  "corrections_asked",
  "corrections_answered",
  "time_to_answer_correction",
  "register_entries_made",
  "register_entries_gone",
  "register_entries_looked_up",
  "register_entries_standing",
  "unmaskings",
  "unmaskings_refused",
  "legal_holds",
  "legal_holds_released",
  "report_outcomes",
  "processing_suspended",
  "suspensions_lifted",
  "operations_started",
  "operations_ended",
  "self_reviews_finished",
  "gaps_recorded",
  "gaps_closed",
  "transfers_sent",
  "transfers_lapsed",
  "rules_published",
  "rules_published_by_override",
  "rules_replaced",
  "rules_withdrawn",
  "overrides_granted",
  "overrides_refused",
  "overrides_ended",
] as const;
export type FigureKey = (typeof figureKeys)[number];

/**
 * count: how many in the period. zero: a count that must be 0. time: durations of what ended in the period. share: of `of`, how many.
 * stock: how many there are at the end of the period, counted from the beginning.
 */
export type FigureRow =
  | { readonly kind: "count" | "zero" | "time"; readonly by: readonly string[]; readonly beside: readonly FigureKey[] }
  | { readonly kind: "share"; readonly hits: string; readonly of: string; readonly by: readonly string[] }
  | { readonly kind: "stock"; readonly plus: readonly string[]; readonly minus: readonly string[] };

const count = (by: readonly string[] = [], ...beside: readonly FigureKey[]): FigureRow => ({
  kind: "count",
  by,
  beside,
});
const zero = (): FigureRow => ({ kind: "zero", by: [], beside: [] });
const time = (...by: readonly string[]): FigureRow => ({ kind: "time", by, beside: [] });
const share = (hits: string, of: string, by: readonly string[] = []): FigureRow => ({ kind: "share", hits, of, by });
const stock = (plus: readonly string[], minus: readonly string[]): FigureRow => ({ kind: "stock", plus, minus });

/** By what an error is told apart: where a machine, a rule or a language does worse than others, it shows. */
const errorDimensions = ["language", "rule", "level", "category", "detection"] as const;

/** What each of them is. Beside each count of actions stands what speaks against it. */
export const figureTable: Readonly<Record<FigureKey, FigureRow>> = {
  leads_opened: count(["source"], "leads_dismissed", "leads_expired"),
  leads_accepted: count(["source"], "leads_dismissed"),
  leads_dismissed: count(["reason", "source"]),
  leads_merged: count(["source"]),
  leads_expired: count(["source"]),
  leads_waiting: stock(["leads_opened"], ["leads_accepted", "leads_dismissed", "leads_expired", "leads_merged"]),
  notice_items: count(["source"]),
  time_to_act_on_notice: time("source"),
  detector_leads_confirmed: count([], "detector_leads_dismissed"),
  detector_leads_dismissed: count(),
  detector_precision: share("detector_leads_confirmed", "detector_leads_judged"),
  detector_precision_by_family: share("family_leads_confirmed", "family_leads_judged", ["family"]),
  detector_precision_by_version: share("version_leads_confirmed", "version_leads_judged", ["version"]),

  cases_opened: count(["case_type", "priority", "source"]),
  time_to_first_action: time("priority"),
  cases_decided_action: count(["case_type", "people"], "cases_decided_no_action", "cases_reopened"),
  cases_decided_no_action: count(["reason", "case_type"]),
  cases_reopened: count(["cause"]),
  time_to_decide: time("priority", "source"),
  time_paused: time(),
  proposals_rejected: count(),
  bulk_approvals: count([], "bulk_undone", "bulk_decisions_undone"),
  bulk_undone: count(),
  bulk_decisions_undone: count(),
  emergency_actions: count([], "emergency_lapsed", "emergency_confirmed"),
  emergency_confirmed: count(),
  emergency_lapsed: count(),

  decisions_action: count(
    ["level", "role", "category", "language", "rule", "ground", "detection", "automation", "people", "source"],
    "decisions_taken_back",
    "appeals_reversed",
  ),
  decisions_by_kind: count(["restricts"], "decisions_taken_back"),
  decisions_no_action: count(["reason", "source"], "no_action_taken_back"),
  campaign_accounts_measured: count(["level"], "decisions_taken_back"),
  decisions_taken_back: count([...errorDimensions]),
  no_action_taken_back: count(["source"]),
  decision_error_rate: share("decisions_taken_back", "decisions_action", [...errorDimensions]),
  measures_applied: count(["level", "measure", "role"], "measures_reversed", "effects_failed"),
  measures_expired: count(["level"]),
  measures_reversed: count(["level", "measure"]),
  effects_failed: count(["measure"]),
  notices_sent: count(["outcome"]),
  time_to_inform: time(),
  separation_not_kept: count(),
  effects_without_decision: zero(),
  effects_before_statement: zero(),
  decisions_without_own_evidence: zero(),
  decisions_above_l3_by_one: zero(),
  bystander_measures_above_l1: zero(),

  appeals_received: count(["appellant"], "appeals_reversed"),
  appeals_received_by_kind: count(["restricts"]),
  appeals_decided: count(["outcome", "appellant"]),
  appeals_decided_by_kind: count(["restricts"]),
  appeals_reversed: count(),
  appeals_waiting: stock(["appeals_received"], ["appeals_decided"]),
  appeal_reversal_share: share("appeals_reversed", "appeals_judged", [...errorDimensions]),
  time_to_decide_appeal: time("appellant"),
  restorations_started: count(["cause"]),
  time_to_restore: time("cause"),
  disputes_filed: count(),
  disputes_declined: count(),
  disputes_concluded: count(["outcome", "implemented"]),
  dispute_implemented_share: share("disputes_implemented", "disputes_concluded"),
  time_to_conclude_dispute: time(),

  holds_placed: count(["trigger"], "holds_released", "holds_lapsed"),
  holds_released: count(["trigger"]),
  holds_lapsed: count(["trigger"]),
  holds_confirmed: count(["trigger"]),
  holds_contested: count(),
  hold_confirmed_share: share("holds_confirmed", "holds_ended", ["trigger"]),

  authority_requests_received: count(["asks", "channel", "country"], "authority_requests_refused"),
  authority_requests_answered: count(["country"]),
  authority_requests_narrowed: count(["country"]),
  authority_requests_refused: count(["channel", "country"]),
  authority_requests_returned: count(),
  authority_users_told: count([], "authority_notices_withheld"),
  authority_notices_withheld: count(),
  time_to_acknowledge_request: time("asks"),
  time_to_answer_request: time("asks"),

  determinations_published: count(["verdict"], "determinations_corrected", "determinations_withdrawn"),
  determinations_corrected: count(["verdict"]),
  determinations_withdrawn: count(),
  corrections_asked: count(),
  corrections_answered: count(),
  time_to_answer_correction: time(),

  register_entries_made: count([], "register_entries_gone"),
  register_entries_gone: count(["cause"]),
  register_entries_looked_up: count(),
  register_entries_standing: stock(["register_entries_made"], ["register_entries_gone"]),
  unmaskings: count([], "unmaskings_refused"),
  unmaskings_refused: count(),
  legal_holds: count([], "legal_holds_released"),
  legal_holds_released: count(),
  report_outcomes: count(["outcome"]),
  processing_suspended: count(["of"], "suspensions_lifted"),
  suspensions_lifted: count(),
  operations_started: count([], "operations_ended"),
  operations_ended: count(),
  self_reviews_finished: count([], "gaps_recorded"),
  gaps_recorded: count(["gap"]),
  gaps_closed: count(),
  transfers_sent: count([], "transfers_lapsed"),
  transfers_lapsed: count(),
  rules_published: count([], "rules_published_by_override", "rules_withdrawn"),
  rules_published_by_override: count(),
  rules_replaced: count(),
  rules_withdrawn: count(),
  overrides_granted: count(["of"], "overrides_refused", "overrides_ended"),
  overrides_refused: count(),
  overrides_ended: count(["of"]),
};

export function getFigureRow(key: FigureKey): FigureRow {
  return figureTable[key];
}

/** Words by which a series is kept apart: all that any figure made of it asks for. */
const dimensionsOf: ReadonlyMap<string, readonly string[]> = collectDimensions();

export function listDimensions(series: string): readonly string[] {
  return dimensionsOf.get(series) ?? [];
}

function collectDimensions(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (series: string, dimensions: readonly string[]): void => {
    const known = found.get(series) ?? new Set();
    for (const dimension of dimensions) known.add(dimension);
    found.set(series, known);
  };
  for (const key of figureKeys) {
    const row = getFigureRow(key);
    if (row.kind === "share") for (const series of [row.hits, row.of]) add(series, row.by);
    else if (row.kind !== "stock") add(key, row.by);
  }
  return new Map([...found].map(([series, dimensions]) => [series, [...dimensions]]));
}
