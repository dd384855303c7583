import type { KeptStatement } from "./statement-store.ts";

/** Columns of the CSV that are lists or texts of the statement, in the schema's own names. */
const columns = [
  "puid",
  "decision_visibility",
  "decision_visibility_other",
  "decision_monetary",
  "decision_monetary_other",
  "decision_provision",
  "decision_account",
  "account_type",
  "decision_ground",
  "decision_ground_reference_url",
  "illegal_content_legal_ground",
  "illegal_content_explanation",
  "incompatible_content_ground",
  "incompatible_content_explanation",
  "incompatible_content_illegal",
  "content_type",
  "content_type_other",
  "category",
  "category_addition",
  "category_specification",
  "category_specification_other",
  "territorial_scope",
  "content_language",
  "content_date",
  "application_date",
  "end_date_visibility_restriction",
  "end_date_monetary_restriction",
  "end_date_service_restriction",
  "end_date_account_restriction",
  "decision_facts",
  "source_type",
  "automated_detection",
  "automated_decision",
] as const;

export const statementsCsvHeader: string = toCsvLine(["platform_name", "status", "uuid", ...columns]);

/** One line of RFC 4180; lists as JSON, as the database writes them. Empty where the statement may not be published. */
export function toStatementCsv({ fields, status, uuid }: KeptStatement, platform: string): string {
  if (fields === null) return "";
  const cells = columns.map((name) => {
    const value = fields[name];
    return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
  });
  return toCsvLine([platform, status, uuid ?? "", ...cells]);
}

export function toStatementLine({ fields, status, uuid }: KeptStatement, platform: string): string {
  return fields === null ? "" : `${JSON.stringify({ platform_name: platform, status, uuid, ...fields })}\n`;
}

function toCsvLine(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    // What a spreadsheet would run as a formula gets an apostrophe before it.
    const guarded = /^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  });
  return `${written.join(",")}\r\n`;
}
