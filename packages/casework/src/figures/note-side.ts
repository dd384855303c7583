import type { Instant } from "../kernel/time.ts";
import type { Act } from "./act.ts";
import type { Write } from "./series.ts";

type Words = Readonly<Record<string, string>>;

/** Anything but leads, cases and decisions: when it began, and the words that it began with. */
export type SideFile = { readonly kind: "side"; readonly at: Instant; readonly words: Words; isAcknowledged: boolean };

export function openSide({ at, words }: Act): SideFile {
  return { kind: "side", at, words, isAcknowledged: false };
}

/** Events that are counted as they are, and under which name. */
const plain: Readonly<Record<string, string>> = {
  hold_placed: "holds_placed",
  hold_contested: "holds_contested",
  request_received: "authority_requests_received",
  request_returned: "authority_requests_returned",
  request_refused: "authority_requests_refused",
  user_told: "authority_users_told",
  notice_withheld: "authority_notices_withheld",
  unmask_granted: "unmaskings",
  unmask_refused: "unmaskings_refused",
  entry_made: "register_entries_made",
  entry_looked_up: "register_entries_looked_up",
  outcome_recorded: "report_outcomes",
  processing_suspended: "processing_suspended",
  suspension_lifted: "suspensions_lifted",
  determination_published: "determinations_published",
  determination_corrected: "determinations_corrected",
  determination_withdrawn: "determinations_withdrawn",
  correction_asked: "corrections_asked",
  operation_started: "operations_started",
  operation_ended: "operations_ended",
  transfer_sent: "transfers_sent",
  transfer_lapsed: "transfers_lapsed",
  review_finished: "self_reviews_finished",
  gap_recorded: "gaps_recorded",
  gap_closed: "gaps_closed",
  rule_published: "rules_published",
  rule_replaced: "rules_replaced",
  rule_lapsed: "rules_withdrawn",
  rule_withdrawn: "rules_withdrawn",
  override_granted: "overrides_granted",
  override_refused: "overrides_refused",
  override_ended: "overrides_ended",
};

/** Effects at the platform belong to decisions; one that hangs on anything else is told, loudly. */
const effects: ReadonlySet<string> = new Set(["effect_ordered", "measure_applied"]);

export function noteSide(file: SideFile, { kind, at, words, times }: Act, write: Write): void {
  const series = plain[kind];
  if (series !== undefined) write({ series, at, words: { ...file.words, ...words } });
  if (effects.has(kind)) write({ series: "effects_without_decision", at });
  switch (kind) {
    case "rule_published":
      if (words["by_override"] === "yes") write({ series: "rules_published_by_override", at });
      return;
    case "hold_released":
    case "hold_expired":
      write({ series: "holds_ended", at, words: file.words });
      return write({ series: kind === "hold_released" ? "holds_released" : "holds_lapsed", at, words: file.words });
    case "hold_confirmed":
      write({ series: "holds_ended", at, words: file.words });
      return write({ series: "holds_confirmed", at, words: file.words });
    case "request_validating":
      if (file.isAcknowledged) return;
      file.isAcknowledged = true;
      return write({ series: "time_to_acknowledge_request", at, words: file.words, tookMs: at - file.at });
    case "request_answered": {
      const scope = words["scope"] === "narrowed" ? "authority_requests_narrowed" : "authority_requests_answered";
      write({ series: scope, at, words: file.words });
      return write({ series: "time_to_answer_request", at, words: file.words, tookMs: at - file.at });
    }
    case "entry_expired":
    case "entry_deleted":
      return write({ series: "register_entries_gone", at, words: { cause: kind.slice("entry_".length) } });
    case "correction_answered": {
      const began = times["began"];
      write({ series: "corrections_answered", at });
      if (began !== undefined) write({ series: "time_to_answer_correction", at, tookMs: at - began });
      return;
    }
  }
}
