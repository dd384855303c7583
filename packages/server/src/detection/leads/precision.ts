import type { FamilyName } from "@breakwater/engine";
import { toWilsonInterval } from "./statistics.ts";

/** What people found out about one lead of a detector. */
export type Verdict = {
  readonly leadId: string;
  readonly groupId: string;
  readonly families: readonly FamilyName[];
  /** `0.1.0+0011223344556677`. */
  readonly detectorVersion: string;
  /** `confirmed`: a case found a campaign. `dismissed`: the lead was not one. `open`: it ended in a way that says neither. */
  readonly verdict: "confirmed" | "dismissed" | "neither";
  /** A code: casework's reason for the dismissal, or how the case closed. */
  readonly reason: string;
  readonly by: string;
  readonly at: number;
};

/** How often a family of one version was right about leads in which it spoke; 95% interval by Wilson. */
export type Precision = {
  readonly family: FamilyName;
  readonly detectorVersion: string;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly neither: number;
  /** Null before the first that counts. */
  readonly precision: number | null;
  readonly low: number;
  readonly high: number;
};

/** Casework's reasons for dismissing a lead that speak against the detector; `duplicate` and `out_of_scope` say nothing about it. */
const reasonsAgainst: ReadonlySet<string> = new Set(["insufficient", "authentic", "opinion"]);

export function toVerdict(outcome: "campaign" | "no_campaign" | "dismissed", reason: string): Verdict["verdict"] {
  if (outcome === "campaign") return "confirmed";
  return outcome === "no_campaign" || reasonsAgainst.has(reason) ? "dismissed" : "neither";
}

/** One row for each family and version, by their names. */
export function measurePrecision(verdicts: readonly Verdict[]): readonly Precision[] {
  const rows = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    for (const family of verdict.families) {
      const key = JSON.stringify([family, verdict.detectorVersion]);
      rows.set(key, [...(rows.get(key) ?? []), verdict]);
    }
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => {
      const [family, detectorVersion] = JSON.parse(key) as [FamilyName, string];
      const count = (kind: Verdict["verdict"]): number => held.filter(({ verdict }) => verdict === kind).length;
      const [confirmed, dismissed, neither] = [count("confirmed"), count("dismissed"), count("neither")];
      const of = confirmed + dismissed;
      const precision = of === 0 ? null : confirmed / of;
      return { family, detectorVersion, confirmed, dismissed, neither, precision, ...toWilsonInterval(confirmed, of) };
    });
}
