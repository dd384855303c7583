import type { GroupKind } from "@breakwater/engine";
import type { DetectorIdentity } from "../judge/live-options.ts";

/** Other options tried on the recent log, and what they would have found. No texts, and no accounts, are kept of it. */
export type Preview = {
  readonly id: string;
  readonly asked: { readonly by: string; readonly at: number; readonly changes: PreviewChanges; readonly days: number };
  readonly state: "waiting" | "ready" | "failed";
  readonly finishedAt: number | null;
  readonly failure: string | null;
  readonly result: PreviewResult | null;
};

/** What may be tried. What is left out stays as it is. */
export type PreviewChanges = {
  readonly fdr?: number;
  readonly accountFdr?: number;
  readonly windowMs?: number;
};

export type PreviewResult = {
  /** The detector as it is, and as it would be. */
  readonly current: DetectorIdentity;
  readonly proposed: DetectorIdentity;
  /** Event time that was looked at, and the number of judgements of each. */
  readonly from: number;
  readonly to: number;
  readonly actions: number;
  readonly judgements: number;
  readonly counts: { readonly current: PreviewCounts; readonly proposed: PreviewCounts };
  /** Every group of either, with what it is now and would be; null where it is not found. The largest first, at most `previewGroupsMax`. */
  readonly groups: readonly PreviewGroup[];
  readonly groupsTotal: number;
};

export type PreviewCounts = { readonly groups: number; readonly campaigns: number; readonly accounts: number };

export type PreviewGroup = {
  readonly current: GroupKind | null;
  readonly proposed: GroupKind | null;
  readonly accounts: number;
  readonly from: number;
  readonly to: number;
};

export const previewGroupsMax = 200;
