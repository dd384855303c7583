import type { Findings, Group, GroupKind } from "@breakwater/engine";
import type { DetectorIdentity } from "../judge/live-options.ts";

/** A group as it is followed over epochs. Accounts appear by the platform's own opaque ids. */
export type DetectionGroup = {
  readonly id: string;
  /** Counted up with every change. */
  readonly version: number;
  readonly kind: GroupKind;
  readonly state: "open" | "ended";
  /** Ends of the first and of the newest epoch in which it was found, event time, milliseconds. */
  readonly firstEpoch: number;
  readonly lastEpoch: number;
  /** First and last of its actions in step, over its whole life. */
  readonly from: number;
  readonly to: number;
  /** End of the epoch in which it was given up, or came into another; null while it is open. */
  readonly endedAt: number | null;
  readonly detector: DetectorIdentity;
  /** Every account that was ever held in it, sorted; a growing group is told apart by it from one that changes places. */
  readonly everHeld: readonly string[];
  /** The group that it parted from, and the one that it came into. */
  readonly splitFrom: string | null;
  readonly mergedInto: string | null;
  readonly lead: GroupLead;
  /** As the newest epoch found it. Where a deletion took a text away, nothing stands in its place. */
  readonly evidence: GroupEvidence;
  /** What the newest epoch could see, and could not; null where it was judged before this was kept. */
  readonly sight: Sight | null;
};

/** What a judgement looked at, and what it could not judge: too little data, tests switched off, bounds reached. */
export type Sight = Pick<
  Findings,
  "from" | "to" | "clock" | "population" | "candidatesTested" | "fdr" | "limits" | "switchedOff" | "insufficient"
>;

/** What became of the lead that a campaign opens. */
export type GroupLead =
  /** No campaign so far. */
  | { readonly kind: "none" }
  | { readonly kind: "opened"; readonly leadId: string; readonly at: number; readonly learning: boolean }
  /** It would open one; that it does not is counted, and looked at again in each epoch. */
  | { readonly kind: "held"; readonly why: HeldWhy; readonly since: number; readonly markId: string | null }
  /** Casework did not take it, with the code of its refusal. */
  | { readonly kind: "refused"; readonly code: string; readonly at: number };

/** `marked`: people said that such a group is authentic, or suppressed it. `paused`: a family that it needs is paused. */
export type HeldWhy = "marked" | "paused" | "quota";

/** The engine's group, in which texts may have been taken away. */
export type GroupEvidence = Omit<Group, "id">;

/** What is kept of each epoch in which a group was found. */
export type GroupMoment = {
  readonly epoch: number;
  readonly kind: GroupKind;
  readonly accounts: number;
  readonly objects: number;
  readonly logE: number;
};

export function listAccounts(evidence: GroupEvidence): readonly string[] {
  return evidence.accounts.map(({ account }) => account);
}

/** Objects by layer and name. */
export function listObjects(evidence: GroupEvidence): readonly string[] {
  return evidence.objects.map(({ layer, id }) => `${layer} ${id}`);
}

export function toSight(findings: Findings): Sight {
  const { from, to, clock, population, candidatesTested, fdr, limits, switchedOff, insufficient } = findings;
  return { from, to, clock, population, candidatesTested, fdr, limits, switchedOff, insufficient };
}
