import type { ClaimImportAnswer } from "@breakwater/contract";
import { say } from "../words/catalogue.ts";
import type { Lang, Phrase } from "../words/phrase.ts";
import { toPlainLine } from "./plain-line.ts";
import { sayReasons, sayUnknownWords } from "./registry-report.ts";

const placesShown = 5;

/** What a service made of a file, for a person. */
export function renderImport(answer: ClaimImportAnswer, lang: Lang): string {
  const { aside, added, updated } = answer;
  const rejected = aside.filter(({ what }) => what === "rejected");
  const places = rejected
    .slice(0, placesShown)
    .map(({ position, excerpt }) =>
      say("registry_import_place", { line: position, excerpt: toPlainLine(excerpt).slice(0, 80) }),
    );
  const lines: readonly Phrase[] = [
    say("registry_imported", {
      n: answer.records,
      added,
      updated,
      same: answer.unchanged,
      rejected: answer.rejected,
    }),
    ...(rejected.length > 0
      ? [say("registry_import_rejected", { why: sayReasons(aside, "rejected") }), ...places]
      : []),
    ...(answer.leftOut > 0 ? [say("registry_import_left_out", { why: sayReasons(aside, "left_out") })] : []),
    ...(aside.length > 0 ? [say("registry_import_aside", { id: answer.id })] : []),
    ...sayUnknownWords(answer.unknownVerdicts, answer.unknownVerdictsOmitted),
    ...(added + updated > 0 ? [say("registry_import_adopt")] : []),
  ];
  return `${lines.map((line) => line[lang]).join("\n")}\n`;
}
