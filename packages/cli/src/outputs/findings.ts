import type { Finding } from "@breakwater/server/lifecycle";
import { say } from "../words/catalogue.ts";
import { checkNameWords, findingWords, levelWords } from "../words/doctor-words.ts";
import { fillPhrase, type Lang, type Params } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import { toPlainLine } from "./plain-line.ts";

/** A line for each finding, and what they come to. Quiet: only what is not in order. */
export function renderFindings(
  findings: readonly Finding[],
  { lang, isQuiet }: { readonly lang: Lang; readonly isQuiet: boolean },
): string {
  const told = isQuiet ? findings.filter(({ level }) => level !== "ok") : findings;
  const lines = told.map((finding) => renderFinding(finding, lang));
  return [...lines, ...(isQuiet ? [] : [renderSum(findings, lang)])].map((line) => `${line}\n`).join("");
}

function renderFinding({ check, code, level, params }: Finding, lang: Lang): string {
  const what = fillPhrase(findingWords[code], toParams(params));
  return toPlainLine(say("doctor_line", { level: levelWords[level], check: checkNameWords[check], what })[lang]);
}

function renderSum(findings: readonly Finding[], lang: Lang): string {
  const count = (level: Finding["level"]): number => findings.filter((finding) => finding.level === level).length;
  if (count("fail") > 0) return say("doctor_failed", { n: count("fail") })[lang];
  return count("warn") > 0 ? say("doctor_warned", { n: count("warn") })[lang] : say("doctor_fine")[lang];
}

const moments: ReadonlySet<string> = new Set(["now", "newest", "at"]);

function toParams(params: Finding["params"]): Params {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "number" && moments.has(name) ? toMoment(value) : value,
  ]);
  return Object.fromEntries(entries) as Params;
}
