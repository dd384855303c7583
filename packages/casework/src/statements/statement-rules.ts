import type { StatementField, StatementFields } from "./statement-fields.ts";
import * as vocabulary from "./vocabulary.ts";

/** When a field has to stand, may stand, or is left out (the database drops it). */
type Presence = "required" | "optional" | "excluded";

export type FieldRule = {
  readonly form: "text" | "one" | "many" | "url" | "date" | "pattern" | "product_code";
  readonly charsMax?: number;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
  readonly dates?: readonly [string, string];
  readonly presence?: Presence | ((fields: StatementFields) => Presence);
};

const when = (condition: (fields: StatementFields) => boolean, otherwise: Presence = "excluded") => {
  return (fields: StatementFields): Presence => (condition(fields) ? "required" : otherwise);
};
/** What arrives may be of any shape. */
const holds = (list: unknown, value: string): boolean => Array.isArray(list) && list.includes(value);
const isIllegal = when((fields) => fields.decision_ground === "DECISION_GROUND_ILLEGAL_CONTENT");
const isIncompatible = when((fields) => fields.decision_ground === "DECISION_GROUND_INCOMPATIBLE_CONTENT");
const contentDates = ["2000-01-01", "2038-01-01"] as const;
const applicationDates = ["2020-01-01", "2038-01-01"] as const;
const endDate: FieldRule = { form: "date", dates: applicationDates };

/** The published rules, field by field. Nothing is stricter and nothing is laxer than the database itself. */
export const statementRules: Readonly<Record<StatementField, FieldRule>> = {
  decision_visibility: { form: "many", values: vocabulary.visibilityDecisions },
  decision_visibility_other: {
    form: "text",
    charsMax: 500,
    presence: when((fields) => holds(fields.decision_visibility, "DECISION_VISIBILITY_OTHER")),
  },
  decision_monetary: { form: "one", values: vocabulary.monetaryDecisions },
  decision_monetary_other: {
    form: "text",
    charsMax: 500,
    presence: when((fields) => fields.decision_monetary === "DECISION_MONETARY_OTHER"),
  },
  decision_provision: { form: "one", values: vocabulary.provisionDecisions },
  decision_account: { form: "one", values: vocabulary.accountDecisions },
  account_type: { form: "one", values: vocabulary.accountTypes },
  decision_ground: { form: "one", values: vocabulary.groundKinds, presence: "required" },
  decision_ground_reference_url: { form: "url", charsMax: 500 },
  illegal_content_legal_ground: { form: "text", charsMax: 500, presence: isIllegal },
  illegal_content_explanation: { form: "text", charsMax: 2000, presence: isIllegal },
  incompatible_content_ground: { form: "text", charsMax: 500, presence: isIncompatible },
  incompatible_content_explanation: { form: "text", charsMax: 2000, presence: isIncompatible },
  incompatible_content_illegal: {
    form: "one",
    values: ["Yes", "No"],
    presence: (fields) => (isIncompatible(fields) === "required" ? "optional" : "excluded"),
  },
  content_type: { form: "many", values: vocabulary.contentTypes, presence: "required" },
  content_type_other: {
    form: "text",
    charsMax: 500,
    presence: when((fields) => holds(fields.content_type, "CONTENT_TYPE_OTHER")),
  },
  category: { form: "one", values: vocabulary.categories, presence: "required" },
  category_addition: { form: "many", values: vocabulary.categories },
  category_specification: { form: "many", values: vocabulary.keywords },
  category_specification_other: { form: "text", charsMax: 500 },
  territorial_scope: { form: "many", values: vocabulary.territories },
  content_language: { form: "one", values: vocabulary.languages },
  content_date: { form: "date", dates: contentDates, presence: "required" },
  content_id: { form: "product_code" },
  application_date: { form: "date", dates: applicationDates, presence: "required" },
  end_date_visibility_restriction: endDate,
  end_date_monetary_restriction: endDate,
  end_date_service_restriction: endDate,
  end_date_account_restriction: endDate,
  decision_facts: { form: "text", charsMax: 5000, presence: "required" },
  source_type: { form: "one", values: vocabulary.sourceTypes, presence: "required" },
  source_identity: {
    form: "text",
    charsMax: 500,
    presence: (fields) => (fields.source_type === "SOURCE_VOLUNTARY" ? "excluded" : "optional"),
  },
  automated_detection: { form: "one", values: ["Yes", "No"], presence: "required" },
  automated_decision: { form: "one", values: vocabulary.automationDegrees, presence: "required" },
  puid: { form: "pattern", charsMax: 500, pattern: /^[a-zA-Z0-9-_]+$/, presence: "required" },
};

export const statementFieldNames: readonly StatementField[] = Object.keys(statementRules) as StatementField[];

export function getPresence(name: StatementField, fields: StatementFields): Presence {
  const presence = statementRules[name].presence ?? "optional";
  return typeof presence === "string" ? presence : presence(fields);
}
