import { toWilsonInterval } from "@breakwater/casework";
import type { FamilyName } from "@breakwater/engine";

/** A lead of ours, and what people found out about it. Families and version are those that opened it. */
export type Verdict = {
  readonly leadId: string;
  readonly groupId: string;
  readonly families: readonly FamilyName[];
  /** `0.1.0+0011223344556677`. */
  readonly detectorVersion: string;
  /** `confirmed`: a case found a campaign. `dismissed`: it was none. `neither`: it ended in a way that says nothing about the detector. */
  readonly verdict: "waiting" | "confirmed" | "dismissed" | "neither";
  /** A code: casework's reason for the dismissal, or how the case closed. */
  readonly reason: string | null;
  readonly by: string | null;
  /** Of the verdict; of the opening where it still waits. */
  readonly at: number;
};

/** How often a family of one version was right about leads in which it spoke; 95% interval by Wilson. */
export type Precision = {
  readonly family: FamilyName;
  readonly detectorVersion: string;
  readonly confirmed: number;
  readonly dismissed: number;
  readonly neither: number;
  readonly waiting: number;
  /** Null before the first that counts. */
  readonly precision: number | null;
  readonly low: number;
  readonly high: number;
};

export const verdictOf: Readonly<Record<"campaign" | "no_campaign" | "neither", Verdict["verdict"]>> = {
  campaign: "confirmed",
  no_campaign: "dismissed",
  neither: "neither",
};

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
      const [confirmed, dismissed] = [count("confirmed"), count("dismissed")];
      const of = confirmed + dismissed;
      const precision = of === 0 ? null : confirmed / of;
      return {
        family,
        detectorVersion,
        confirmed,
        dismissed,
        neither: count("neither"),
        waiting: count("waiting"),
        precision,
        ...toWilsonInterval(confirmed, of),
      };
    });
}
