import { accept, refuse, type Outcome } from "../kernel/outcome.ts";
import { listPersonalData } from "./personal-data.ts";
import type { StatementField, StatementFields } from "./statement-fields.ts";
import { listStatementFaults } from "./validate-statement.ts";

const writtenByPeople: readonly StatementField[] = [
  "decision_visibility_other",
  "decision_monetary_other",
  "illegal_content_legal_ground",
  "illegal_content_explanation",
  "incompatible_content_ground",
  "incompatible_content_explanation",
  "content_type_other",
  "category_specification_other",
  "decision_facts",
  "source_identity",
];

/**
 * The statement as it may be published: no personal data, and a territorial scope only where one applies. Refused, never redacted:
 * a sentence with a hole in it would be sent out by nobody and read by everybody.
 */
export function renderPublicStatement(
  fields: StatementFields,
  options: { readonly servesEuropeanUnion: boolean },
): Outcome<StatementFields> {
  const { territorial_scope: scope, source_identity: _, ...rest } = fields;
  const isScoped = options.servesEuropeanUnion && scope !== undefined && scope.length > 0;
  const shown: StatementFields = isScoped ? { ...rest, territorial_scope: scope } : rest;
  const faults = listStatementFaults(shown);
  if (faults.length > 0) {
    return refuse(
      "statement_invalid",
      faults.map(({ field }) => field),
    );
  }
  const telling = writtenByPeople.filter((name) => {
    const value = shown[name];
    return typeof value === "string" && listPersonalData(value).length > 0;
  });
  if (telling.length > 0 || isTellingUrl(shown.decision_ground_reference_url) || isTellingId(shown.puid)) {
    return refuse(
      "personal_data_in_public_text",
      telling.length > 0 ? telling : ["decision_ground_reference_url", "puid"],
    );
  }
  return accept(shown);
}

/** The address of a rule is public; one with a query, a fragment or a user in it may lead to a person. */
function isTellingUrl(url: string | undefined): boolean {
  return url !== undefined && (/[?#@]/.test(url) || /\d{7}/.test(url));
}

function isTellingId(puid: string): boolean {
  return /^\d{7,}$/.test(puid);
}
