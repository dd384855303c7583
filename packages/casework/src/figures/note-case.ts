import type { Instant } from "../kernel/time.ts";
import type { Act } from "./act.ts";
import type { Write } from "./series.ts";
import { isNotice, judgeLead, type LeadFile, type LeadVerdict } from "./note-lead.ts";

export type CaseFile = {
  readonly kind: "case";
  readonly lead: LeadFile | null;
  readonly at: Instant;
  readonly source: string;
  readonly caseType: string;
  priority: string;
  /** Hearings that have not ended. */
  hearings: number;
  pausedSince: Instant | null;
  pausedMs: number;
  isTouched: boolean;
  isDecided: boolean;
};

export function openCase({ at, words }: Act, lead: LeadFile | null): CaseFile {
  return {
    kind: "case",
    lead,
    at,
    source: words["source"] ?? "unknown",
    caseType: words["case_type"] ?? "unknown",
    priority: words["priority"] ?? "unknown",
    hearings: 0,
    pausedSince: null,
    pausedMs: 0,
    isTouched: false,
    isDecided: false,
  };
}

export function noteCase(file: CaseFile, act: Act, write: Write): void {
  const { kind, at, words, counts } = act;
  switch (kind) {
    case "case_opened":
      return write({ series: "cases_opened", at, words: toWords(file) });
    case "priority_set":
      file.priority = words["priority"] ?? file.priority;
      return;
    case "case_assigned":
      if (file.isTouched) return;
      file.isTouched = true;
      return write({ series: "time_to_first_action", at, words: toWords(file), tookMs: at - file.at });
    case "partner_asked":
    case "hearing_started":
      if (kind === "hearing_started") file.hearings += 1;
      file.pausedSince ??= at;
      return;
    case "partner_heard":
    case "hearing_ended":
      if (kind === "hearing_ended") file.hearings -= 1;
      if (kind === "partner_heard" || file.hearings === 0) resume(file, at);
      return;
    case "proposal_rejected":
      return write({ series: "proposals_rejected", at });
    case "case_reopened":
      return write({ series: "cases_reopened", at, words });
    case "action_decided":
      write({ series: "cases_decided_action", at, words: { ...toWords(file), ...words } });
      if (words["bulk"] === "yes") write({ series: "bulk_approvals", at });
      if (words["emergency"] === "yes") write({ series: "emergency_actions", at });
      return decide(file, { at, verdict: "confirmed" }, write);
    case "no_action_decided": {
      write({ series: "cases_decided_no_action", at, words: { ...toWords(file), ...words } });
      const reason = words["reason"] ?? "";
      return decide(file, { at, verdict: saysNothing.has(reason) ? null : "dismissed" }, write);
    }
    case "bulk_undone":
      write({ series: "bulk_undone", at });
      return write({ series: "bulk_decisions_undone", at, weight: counts["decisions"] ?? 0 });
    case "legal_hold_confirmed":
      return write({ series: "legal_holds", at });
    case "legal_hold_released":
      return write({ series: "legal_holds_released", at });
  }
}

/** It was there; that it is mended, or dealt with elsewhere, says nothing against whoever saw it. */
const saysNothing: ReadonlySet<string> = new Set(["corrected_by_author", "already_decided"]);

type Decided = { readonly at: Instant; readonly verdict: LeadVerdict | null };

/** The first decision ends the clock; a reopened case is counted as decided again, and not timed again. */
function decide(file: CaseFile, { at, verdict }: Decided, write: Write): void {
  const { lead, source } = file;
  if (lead !== null) judgeLead(lead, verdict, write);
  if (file.isDecided) return;
  resume(file, at);
  file.isDecided = true;
  const words = toWords(file);
  write({ series: "time_to_decide", at, words, tookMs: at - file.at - file.pausedMs });
  if (file.pausedMs > 0) write({ series: "time_paused", at, words, tookMs: file.pausedMs });
  if (lead !== null && isNotice(source)) write({ series: "time_to_act_on_notice", at, words, tookMs: at - lead.at });
}

function resume(file: CaseFile, at: Instant): void {
  if (file.pausedSince === null) return;
  if (!file.isDecided) file.pausedMs += at - file.pausedSince;
  file.pausedSince = null;
}

function toWords({ source, caseType, priority }: CaseFile): Readonly<Record<string, string>> {
  return { source, case_type: caseType, priority };
}
