import type { FamilyName } from "@breakwater/engine";
import type { DetectorIdentity } from "../judge/live-options.ts";

/** How one detector (a version with its options) was let loose. */
export type Observation = DetectorIdentity & {
  readonly since: number;
  /** Until then its leads are marked as learning, unless a person confirms before. */
  readonly until: number;
  readonly confirmed: { readonly by: string; readonly at: number; readonly previewId: string } | null;
};

export function isLearning({ until, confirmed }: Observation, at: number): boolean {
  return confirmed === null && at < until;
}

/** A family that was ever paused. */
export type FamilyState = {
  readonly family: FamilyName;
  readonly state: "active" | "paused";
  readonly since: number;
  /** Why it was paused: what came today against what its own past days expect. */
  readonly jump: RateJump | null;
  readonly resumed: { readonly by: string; readonly reason: string; readonly at: number } | null;
  /** Leads of the day of the resumption that came before it, and are not held against the family again. */
  readonly excused: number;
};

/** Null hypothesis: the family's leads come at one rate on every day, today included (Poisson). */
export type RateJump = {
  readonly today: number;
  readonly past: number;
  readonly pastDays: number;
  readonly p: number;
};

/** What came on one UTC day of the service's clock. */
export type LeadDay = {
  /** Its first millisecond. */
  readonly day: number;
  readonly opened: number;
  /** Groups that became worth a lead, by each family that spoke: opened or held back, but for those that people had marked. */
  readonly byFamily: Readonly<Partial<Record<FamilyName, number>>>;
};
