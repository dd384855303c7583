import { toDateText, type Instant } from "../kernel/time.ts";
import { findStatementMapping, isRestriction } from "../ladder/measure-types.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import { deriveAutomation, type Act } from "./automation.ts";
import { composeFacts, type FoundFacts } from "./found-facts.ts";
import type { StatementFields } from "./statement-fields.ts";
import { dropExcluded } from "./validate-statement.ts";

/** What a person writes for the statement; everything else is composed from the record. */
export type StatementDraft = {
  readonly ground: "illegal" | "incompatible";
  /** The law, or the clause of the terms. */
  readonly groundName: string;
  readonly explanation: string;
  readonly groundUrl?: string;
  readonly facts: string;
  readonly category: string;
  readonly keywords?: readonly string[];
  readonly contentTypes: readonly string[];
  readonly contentTypeOther?: string;
  readonly contentLanguage?: string;
  /** Date of the item; for a measure on an account the day it was created. */
  readonly contentDate: Instant;
  readonly accountType?: string;
  /** Countries that the restriction is limited to. */
  readonly territories?: readonly string[];
};

export type StatementSource = "reporter" | "trusted_flagger" | "authority" | "own";

export type StatementInput = {
  readonly found?: FoundFacts;
  readonly decision: string;
  readonly draft: StatementDraft;
  readonly measures: readonly PlannedMeasure[];
  readonly source: StatementSource;
  readonly acts: readonly Act[];
  readonly at: Instant;
};

const sourceTypes: Readonly<Record<StatementSource, string>> = {
  reporter: "SOURCE_ARTICLE_16",
  trusted_flagger: "SOURCE_TRUSTED_FLAGGER",
  authority: "SOURCE_TYPE_OTHER_NOTIFICATION",
  own: "SOURCE_VOLUNTARY",
};

const endFields = {
  decision_visibility: "end_date_visibility_restriction",
  decision_monetary: "end_date_monetary_restriction",
  decision_provision: "end_date_service_restriction",
  decision_account: "end_date_account_restriction",
} as const;

/** The statement of reasons of a decision, or null where it restricts nothing (a nudge, a warning): then only a notice is owed. */
export function composeStatement(input: StatementInput): StatementFields | null {
  const restrictions = input.measures.filter(({ type }) => isRestriction(type));
  if (restrictions.length === 0) return null;
  const { draft } = input;
  const isIllegal = draft.ground === "illegal";
  return dropExcluded({
    ...toDecisionFields(restrictions, input.at),
    ...(draft.accountType === undefined ? {} : { account_type: draft.accountType }),
    decision_ground: isIllegal ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    ...(draft.groundUrl === undefined ? {} : { decision_ground_reference_url: draft.groundUrl }),
    ...(isIllegal
      ? { illegal_content_legal_ground: draft.groundName, illegal_content_explanation: draft.explanation }
      : { incompatible_content_ground: draft.groundName, incompatible_content_explanation: draft.explanation }),
    content_type: draft.contentTypes,
    ...(draft.contentTypeOther === undefined ? {} : { content_type_other: draft.contentTypeOther }),
    category: draft.category,
    ...(draft.keywords === undefined ? {} : { category_specification: draft.keywords }),
    ...(draft.territories === undefined ? {} : { territorial_scope: draft.territories }),
    ...(draft.contentLanguage === undefined ? {} : { content_language: draft.contentLanguage }),
    content_date: toDateText(draft.contentDate),
    application_date: toDateText(input.at),
    decision_facts: composeFacts(draft.facts, input.found),
    source_type: sourceTypes[input.source],
    ...deriveAutomation(input.acts),
    puid: input.decision,
  });
}

/** Of several measures of one group the longest counts; one without an end leaves the date out, which means indefinite. */
function toDecisionFields(measures: readonly PlannedMeasure[], at: Instant): Partial<StatementFields> {
  const fields: Record<string, string | readonly string[]> = {};
  const endless = new Set<string>();
  const visibility = new Set<string>();
  for (const { type, target, durationMs } of measures) {
    const mapping = findStatementMapping(type, target.kind);
    if (mapping === null) continue;
    const { field, value } = mapping;
    if (field === "decision_visibility") {
      visibility.add(value);
    } else if (fields[field] === undefined || value.endsWith("TERMINATION") || value.endsWith("TERMINATED")) {
      fields[field] = value;
    }
    const endField = endFields[field];
    if (durationMs === null) {
      endless.add(endField);
      continue;
    }
    const end = toDateText(at + durationMs);
    const known = fields[endField];
    if (typeof known !== "string" || known < end) fields[endField] = end;
  }
  if (visibility.size > 0) fields["decision_visibility"] = [...visibility];
  for (const field of endless) delete fields[field];
  return fields;
}
