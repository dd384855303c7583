import type { Instant } from "../kernel/time.ts";
import type { Act } from "./act.ts";
import type { Write } from "./series.ts";

export type LeadVerdict = "confirmed" | "dismissed";

export type LeadFile = {
  readonly kind: "lead";
  readonly at: Instant;
  readonly source: string;
  /** Families of tests that spoke; empty where people sent it. */
  readonly families: readonly string[];
  /** Of the detectors that spoke, as code words. */
  readonly versions: readonly string[];
  verdict: LeadVerdict | null;
};

export function openLead({ at, words }: Act): LeadFile {
  const named = (prefix: string): readonly string[] =>
    Object.keys(words).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const [families, versions] = [named("family_"), named("version_")];
  return { kind: "lead", at, source: words["source"] ?? "unknown", families, versions, verdict: null };
}

/** Reasons that speak against whoever saw it; `duplicate` and `out_of_scope` say nothing about it. */
const against: ReadonlySet<string> = new Set(["insufficient", "authentic", "opinion"]);

export function noteLead(file: LeadFile, { kind, at, words, counts }: Act, write: Write): void {
  const { source } = file;
  switch (kind) {
    case "lead_opened":
      write({ series: "leads_opened", at, words: { source } });
      if (isNotice(source)) {
        write({ series: "notice_items", at, words: { source }, weight: counts["items"] ?? 0 });
      }
      return;
    case "lead_accepted":
      write({ series: "leads_accepted", at, words: { source } });
      return judgeLead(file, "confirmed", write);
    case "lead_dismissed": {
      const reason = words["reason"] ?? "unknown";
      write({ series: "leads_dismissed", at, words: { source, reason } });
      return judgeLead(file, against.has(reason) ? "dismissed" : null, write);
    }
    case "lead_expired":
      write({ series: "leads_expired", at, words: { source } });
      return judgeLead(file, null, write);
    case "lead_merged":
      write({ series: "leads_merged", at, words: { source } });
      return judgeLead(file, null, write);
  }
}

export function isNotice(source: string): boolean {
  return source === "reporter" || source === "trusted_flagger";
}

/** The newest verdict counts, in the month in which the lead was opened; an earlier one is taken back. */
export function judgeLead(file: LeadFile, verdict: LeadVerdict | null, write: Write): void {
  if (file.source !== "detector" || file.verdict === verdict) return;
  const count = (weight: number): void => {
    if (file.verdict === null) return;
    write({ series: `detector_leads_${file.verdict}`, at: file.at, weight });
    write({ series: "detector_leads_judged", at: file.at, weight });
    const tell = (what: "family" | "version", word: string): void => {
      const words = { [what]: word };
      if (file.verdict === "confirmed") write({ series: `${what}_leads_confirmed`, at: file.at, words, weight });
      write({ series: `${what}_leads_judged`, at: file.at, words, weight });
    };
    for (const family of file.families) tell("family", family);
    for (const version of file.versions) tell("version", version);
  };
  count(-1);
  file.verdict = verdict;
  count(1);
}
