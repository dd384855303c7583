import type { FigureKey } from "./figure-table.ts";
import { figureWordsZhHans } from "./figure-words-zh-hans.ts";

/** What a figure is called, and what exactly it counts. */
export type FigureWords = { readonly name: string; readonly definition: string };
export type FigureLanguage = "en" | "zh-Hans";

const words = (name: string, definition: string): FigureWords => ({ name, definition });

const en: Readonly<Record<FigureKey, FigureWords>> = {
  leads_opened: words(
    "Leads opened",
    "Somebody or a detector noticed something, by where it came from. A lead says nothing about anybody.",
  ),
  leads_accepted: words("Leads that became cases", "Triage opened a case about them."),
  leads_dismissed: words(
    "Leads dismissed",
    "Triage ended them with a reason. `authentic`: people who act together and are who they say.",
  ),
  leads_merged: words("Leads merged", "About the same thing as another lead."),
  leads_expired: words("Leads that lapsed", "Nobody acted in 30 days."),
  leads_waiting: words("Leads waiting", "Opened and neither accepted, dismissed, merged nor lapsed by the end."),
  notice_items: words("Items in notices", "Accounts and items named in reports of people and of trusted flaggers."),
  time_to_act_on_notice: words(
    "Time to act on a notice",
    "From the notice to the first decision of its case, whatever it was. Pauses are included: the reporter waits through them.",
  ),
  detector_leads_confirmed: words(
    "Detector leads confirmed",
    "Of the leads that detectors opened in the period: the newest word of people is acceptance, or a decision to act that stands.",
  ),
  detector_leads_dismissed: words(
    "Detector leads found wrong",
    "Of the same: dismissed as insufficient, authentic or opinion, or the case was left alone for what speaks against the detector.",
  ),
  detector_precision: words(
    "Observed precision of detectors",
    "Confirmed, of those confirmed or found wrong. What is open, a duplicate or out of scope is not in it. Says nothing of what was missed.",
  ),
  detector_precision_by_family: words(
    "Observed precision by family",
    "The same, for each family of tests that spoke in the lead: one lead counts in several.",
  ),
  detector_precision_by_version: words(
    "Observed precision by version",
    "The same, for each version of the detectors that spoke in the lead, told by its number and a fingerprint of its options.",
  ),
  cases_opened: words("Cases opened", "By type, priority and source."),
  time_to_first_action: words("Time to the first human action", "From opening to the first assignment."),
  cases_decided_action: words(
    "Cases decided with measures",
    "Approvals of a proposal. A case that is reopened is counted again when it is decided again.",
  ),
  cases_decided_no_action: words("Cases left alone", "Decided that nothing is to be done, with the reason."),
  cases_reopened: words("Cases reopened", "With the cause."),
  time_to_decide: words(
    "Time to decide",
    "From opening to the first decision, without the time in which a partner or the person concerned had the word.",
  ),
  time_paused: words("Time paused", "What the time to decide leaves out, of cases that were paused at all."),
  proposals_rejected: words("Proposals rejected", "By the second person."),
  bulk_approvals: words("Bulk approvals", "Proposals about several accounts, approved after a blind sample."),
  bulk_undone: words("Bulk approvals undone", "All of one approval was taken back."),
  bulk_decisions_undone: words("Decisions undone in bulk", "Decisions taken back with them."),
  emergency_actions: words(
    "Emergency actions",
    "One person acted to protect life; it lifts itself in 24 h unless a second confirms.",
  ),
  emergency_confirmed: words(
    "Emergency decisions confirmed",
    "Decisions about one account each that a second person confirmed in time.",
  ),
  emergency_lapsed: words("Emergency decisions lapsed", "Nobody confirmed them; all of it was lifted."),
  decisions_action: words(
    "Decisions with measures",
    "Each is about one account. By the highest level of the ladder, the part found, category, language of the content as stated, rule and version, ground, whether machines took part in finding or deciding, and how many people decided.",
  ),
  decisions_by_kind: words(
    "Decisions by what they restrict",
    "Visibility, money, service or account; one decision may count in several.",
  ),
  decisions_no_action: words("Decisions to leave alone", "By reason, and by who had reported."),
  campaign_accounts_measured: words(
    "Accounts measured in campaigns",
    "Decisions with measures in cases about campaigns. Each rests on a finding of its own.",
  ),
  decisions_taken_back: words(
    "Decisions taken back",
    "Of the decisions of the period, those taken back since, wholly or in part: on appeal, by an outside body, undone, or lapsed in an emergency. Replaced by a later decision is not taken back.",
  ),
  no_action_taken_back: words(
    "Decisions to leave alone taken back",
    "Of those of the period, those that a reporter's appeal reversed since.",
  ),
  decision_error_rate: words(
    "Share of decisions taken back",
    "Taken back, of the decisions of the period. A lower bound of errors: who did not appeal is not in it. By the language of the content among others: unequal rates are unequal treatment until explained.",
  ),
  measures_applied: words("Measures applied", "The platform confirmed the effect. By level, measure and part found."),
  measures_expired: words("Measures that ran out", "They ended when their statement said."),
  measures_reversed: words(
    "Measures reversed",
    "They ended before their time, or never began, because the decision was taken back or replaced.",
  ),
  effects_failed: words(
    "Effects that failed",
    "The platform could not carry out, or not take back, a measure; tried again each time.",
  ),
  notices_sent: words("Attempts to inform", "By outcome. A statement that cannot be delivered is tried again."),
  time_to_inform: words(
    "Time to inform",
    "From the decision to the first attempt to deliver its statement of reasons.",
  ),
  separation_not_kept: words(
    "Separation of people not kept",
    "A team of two could not keep proposer, approver and reviewer apart, and marked it.",
  ),
  effects_without_decision: words(
    "Effects without a decision",
    "Must be 0. Something was done at the platform that hangs on no decision with measures.",
  ),
  effects_before_statement: words(
    "Effects before the statement",
    "Must be 0. A measure was ordered before its statement was delivered, or nobody could be reached.",
  ),
  decisions_without_own_evidence: words(
    "Decisions without evidence of their own",
    "Must be 0. A decision with measures that names no evidence.",
  ),
  decisions_above_l3_by_one: words(
    "Decisions above L3 by one person",
    "Must be 0. Levels 4 to 10 need two people; emergencies are counted apart.",
  ),
  bystander_measures_above_l1: words(
    "Measures above L1 against bystanders",
    "Must be 0. A bystander gets a warning at most.",
  ),
  appeals_received: words("Appeals received", "By who appealed."),
  appeals_received_by_kind: words(
    "Appeals by what was decided",
    "What the decision restricts; or that nothing was done, at a person's or a trusted flagger's notice.",
  ),
  appeals_decided: words("Appeals decided", "By outcome and by who appealed. `omitted`: not judged, with a reason."),
  appeals_decided_by_kind: words("Appeals decided, by what was decided", "As above, of those decided."),
  appeals_reversed: words("Appeals that reversed", "Wholly or in part."),
  appeals_waiting: words("Appeals waiting", "Received and not decided by the end."),
  appeal_reversal_share: words(
    "Share reversed on appeal",
    "Wholly or partly reversed, of the appeals judged in the period. A share near zero is a warning, not a success.",
  ),
  time_to_decide_appeal: words("Time to decide an appeal", "From receipt to decision."),
  restorations_started: words(
    "Restorations begun",
    "By cause. `superseded`: replaced by a later decision, which is no error.",
  ),
  time_to_restore: words(
    "Time to restore",
    "From the decision to give back until all of it was confirmed. As many as were completed.",
  ),
  disputes_filed: words("Outside disputes", "Brought before an out-of-court body."),
  disputes_declined: words("Outside disputes declined", "The same information and ground had been resolved."),
  disputes_concluded: words("Outside disputes concluded", "By outcome, and whether it was implemented."),
  dispute_implemented_share: words("Share implemented", "Of the outside disputes concluded in the period."),
  time_to_conclude_dispute: words("Time to conclude a dispute", "From filing to outcome."),
  holds_placed: words("Posts held back", "By trigger. Off by default; ends by itself."),
  holds_released: words("Holds released by people", "Before their time, with a reason."),
  holds_lapsed: words("Holds that ended by themselves", "Nobody decided: the post was published."),
  holds_confirmed: words("Holds that became decisions", "A decision took over."),
  holds_contested: words("Holds contested", "By the author."),
  hold_confirmed_share: words(
    "Share of holds confirmed",
    "Of the holds that ended in the period; all others held back what was not to be held.",
  ),
  authority_requests_received: words(
    "Requests of authorities",
    "By what they ask, by channel and country. `informal`: said in passing; entered and refused.",
  ),
  authority_requests_answered: words("Answered in full", "Two people, legal among them, gave what was named."),
  authority_requests_narrowed: words("Answered in part", "Less than was asked."),
  authority_requests_refused: words("Refused", "With a reason, by channel and country."),
  authority_requests_returned: words("Returned", "Something that the law asks for was missing; no data left."),
  authority_users_told: words("People told of a request", "About their own items."),
  authority_notices_withheld: words("People not told", "A written prohibition forbade it."),
  time_to_acknowledge_request: words("Time to take up a request", "From receipt to the first look."),
  time_to_answer_request: words("Time to answer a request", "From receipt to the answer, whole or in part."),
  determinations_published: words("Debunks published", "Determinations by an author and two reviewers, by verdict."),
  determinations_corrected: words("Debunks corrected", "New versions of what was published."),
  determinations_withdrawn: words("Debunks withdrawn", "With a reason; they stay readable."),
  corrections_asked: words("Corrections asked for", "By readers."),
  corrections_answered: words("Corrections answered", "With a reason, whatever the answer."),
  time_to_answer_correction: words("Time to answer", "From request to answer."),
  register_entries_made: words("Register entries made", "Keyed pseudonyms of ended accounts; at most twelve months."),
  register_entries_gone: words("Register entries gone", "Expired, or deleted with their decision."),
  register_entries_looked_up: words("Register entries looked up", "Each with a reason."),
  register_entries_standing: words("Register entries standing", "At the end of the period."),
  unmaskings: words("Unmaskings", "Two people turned a network pseudonym back, inside a case."),
  unmaskings_refused: words("Unmaskings refused", "By the auditor."),
  legal_holds: words("Legal holds", "Evidence kept beyond its time, by two people."),
  legal_holds_released: words("Legal holds released", "The evidence may be destroyed."),
  report_outcomes: words(
    "How reports turned out",
    "Founded, unfounded, manifestly unfounded. Being wrong in good faith has no consequence.",
  ),
  processing_suspended: words(
    "Processing suspended",
    "Notices or complaints of somebody who was warned and went on with manifestly unfounded ones.",
  ),
  suspensions_lifted: words("Suspensions lifted", "By decision or because their time was over."),
  operations_started: words("Operations begun", "Named, dated sets of cases; they have no targets."),
  operations_ended: words("Operations ended", "Within 90 days unless renewed."),
  self_reviews_finished: words("Reviews of our own controls", "Finished, of closed campaigns."),
  gaps_recorded: words("Gaps in our own controls", "What was missed, late, wrong, unclear."),
  gaps_closed: words("Gaps mended", "With proof."),
  transfers_sent: words("Questions to partner desks", "With the fields that one question needs."),
  transfers_lapsed: words("Questions that lapsed", "No answer by their date."),
  rules_published: words("Rules published", "Versions of rules, each read by a second person."),
  rules_published_by_override: words(
    "Rules published by an override",
    "Two people let through what the check of rules refused; their reasons are public.",
  ),
  rules_replaced: words("Rules replaced", "By a later version."),
  rules_withdrawn: words("Rules withdrawn", "By decision, or because their time was over; drafts among them."),
  overrides_granted: words("Overrides granted", "A safeguard set aside by two people, for a time, in public."),
  overrides_refused: words("Overrides refused", "By the second person."),
  overrides_ended: words("Overrides ended", "By decision or because their time was over."),
};

const tables: Readonly<Record<FigureLanguage, Readonly<Record<FigureKey, FigureWords>>>> = {
  en,
  "zh-Hans": figureWordsZhHans,
};

export function getFigureWords(key: FigureKey, language: FigureLanguage): FigureWords {
  return tables[language][key];
}
