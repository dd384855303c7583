import type { StatementField, StatementFields } from "./statement-fields.ts";
import { getPresence, statementFieldNames, statementRules, type FieldRule } from "./statement-rules.ts";

export type StatementFault = {
  readonly field: StatementField | "decision";
  readonly fault: "missing" | "type" | "too_long" | "unknown_value" | "date" | "url" | "pattern";
};

const decisionGroups = ["decision_visibility", "decision_monetary", "decision_provision", "decision_account"] as const;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The fields as the database would keep them: what it excludes is dropped. */
export function dropExcluded(fields: StatementFields): StatementFields {
  const kept = Object.entries(fields).filter(([name]) => getPresence(name as StatementField, fields) !== "excluded");
  return Object.fromEntries(kept) as StatementFields;
}

/** Everything for which the Transparency Database would answer 422; empty when it would take the statement. */
export function listStatementFaults(fields: StatementFields): readonly StatementFault[] {
  const faults = statementFieldNames.flatMap((field): readonly StatementFault[] => {
    const presence = getPresence(field, fields);
    if (presence === "excluded") return [];
    const value: unknown = fields[field];
    if (isBlank(value)) {
      return presence === "required" ? [{ field, fault: "missing" }] : [];
    }
    const fault = findFault(value, statementRules[field]);
    return fault === null ? [] : [{ field, fault }];
  });
  const hasDecision = decisionGroups.some((group) => !isBlank(fields[group]));
  return hasDecision ? faults : [{ field: "decision", fault: "missing" }, ...faults];
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function findFault(value: unknown, rule: FieldRule): StatementFault["fault"] | null {
  if (rule.form === "many") return findManyFault(value, rule);
  if (rule.form === "product_code") return findProductCodeFault(value);
  if (typeof value !== "string") return "type";
  // The database counts characters, not code units.
  if (rule.charsMax !== undefined && countCharacters(value) > rule.charsMax) return "too_long";
  if (rule.values !== undefined && !rule.values.includes(value)) return "unknown_value";
  if (rule.pattern !== undefined && !rule.pattern.test(value)) return "pattern";
  if (rule.form === "url" && !/^https?:\/\/[^\s/$.?#][^\s]*$/i.test(value)) return "url";
  if (rule.form === "date" && !isDateWithin(value, rule.dates ?? ["0000-01-01", "9999-12-31"])) return "date";
  return null;
}

function countCharacters(text: string): number {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;
}

function findManyFault(value: unknown, rule: FieldRule): StatementFault["fault"] | null {
  if (!Array.isArray(value)) return "type";
  return value.every((one) => typeof one === "string" && rule.values?.includes(one) === true) ? null : "unknown_value";
}

function findProductCodeFault(value: unknown): StatementFault["fault"] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "type";
  const isCode = ([key, code]: readonly [string, unknown]): boolean =>
    key === "EAN-13" && typeof code === "string" && /^\d{13}$/.test(code);
  return Object.entries(value).every(isCode) ? null : "unknown_value";
}

function isDateWithin(value: string, [first, last]: readonly [string, string]): boolean {
  const parts = day.exec(value);
  if (parts === null) return false;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  // 30 February would roll over into March.
  return new Date(at).toISOString().slice(0, 10) === value && value >= first && value <= last;
}
