import type { statementFields } from "@breakwater/contract";
import { tellFacts, toCodeLine, toCodeWords } from "@breakwater/casework";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts } from "../../../ui/Sheet.tsx";
import { caseWords } from "../words/table.ts";
import { LongFacts } from "./LongFacts.tsx";

export type StatementFields = z.infer<typeof statementFields>;

const decided = ["decision_visibility", "decision_monetary", "decision_provision", "decision_account"];
const ends = [
  "end_date_visibility_restriction",
  "end_date_monetary_restriction",
  "end_date_service_restriction",
  "end_date_account_restriction",
];

/** A statement of reasons as everybody reads it: of nobody's person. */
export function PublicStatement({ fields }: { readonly fields: StatementFields }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const { language } = format;
  const say = (code: string): string => toCodeWords(code, language);
  const texts = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const value = fields[name];
      return typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
    });
  const text = (name: string): string => texts([name])[0] ?? "";
  const isIllegal = text("decision_ground") === "DECISION_GROUND_ILLEGAL_CONTENT";
  const clause = text(isIllegal ? "illegal_content_legal_ground" : "incompatible_content_ground");
  const why = text(isIllegal ? "illegal_content_explanation" : "incompatible_content_explanation");
  const until = texts(ends).map((day) => format.date(Date.parse(day)));
  const { fieldNames } = words;
  return (
    <>
      <Facts
        facts={[
          [fieldNames.what, texts(decided).map(say).join(" · ")],
          [fieldNames.ends, until.length === 0 ? fieldNames.noEnd : format.list(until)],
          [fieldNames.ground, say(text("decision_ground"))],
          [fieldNames.category, say(text("category"))],
          [fieldNames.content, format.list(texts(["content_type"]).map(say))],
          [fieldNames.origin, say(text("source_type"))],
          [
            fieldNames.machines,
            toCodeLine([`AUTOMATED_DETECTION_${text("automated_detection")}`, text("automated_decision")], language),
          ],
        ]}
      />
      <LongFacts
        facts={[
          [fieldNames.clause, clause],
          [fieldNames.why, why],
          [fieldNames.facts, tellFacts(text("decision_facts"), language)],
        ]}
      />
    </>
  );
}
