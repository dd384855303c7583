import { isSufficient, type FamilyName, type Signal } from "@breakwater/engine";
import type { GroupEvidence } from "../groups/group.ts";
import type { DetectorIdentity } from "../judge/live-options.ts";
import type { LeadSignal } from "./lead-desk.ts";

/** Families that spoke for the group, on either axis. */
export function listFamilies({ coordinated, inauthentic }: GroupEvidence): readonly FamilyName[] {
  return [...new Set([...coordinated, ...inauthentic].filter(isSignificant).map(({ family }) => family))].sort();
}

/** Families without which the group would be no campaign: the one that holds it, or all that place it on the inauthentic axis. */
export function listMissingFamilies(evidence: GroupEvidence, paused: ReadonlySet<FamilyName>): readonly FamilyName[] {
  const holding = evidence.coordinated.slice(0, 1).map(({ family }) => family);
  const placing = evidence.inauthentic.filter((signal) => isSignificant(signal) && isSufficient(signal));
  const missing = holding.filter((family) => paused.has(family));
  const isPlaced = placing.some(({ family }) => !paused.has(family));
  return isPlaced ? missing : [...missing, ...placing.map(({ family }) => family)];
}

/** What a lead says: each family that spoke once on its axis, but for paused ones. */
export function toLeadSignals(
  { coordinated, inauthentic }: GroupEvidence,
  { paused, detector }: { readonly paused: ReadonlySet<FamilyName>; readonly detector: DetectorIdentity },
): readonly LeadSignal[] {
  const detectorVersion = toDetectorVersion(detector);
  const spoken = new Map<string, LeadSignal>();
  for (const signal of [...coordinated, ...inauthentic]) {
    const { family, axis } = signal;
    if (isSignificant(signal) && !paused.has(family))
      spoken.set(`${axis} ${family}`, { family, axis, detectorVersion });
  }
  return [...spoken.values()];
}

/** `0.1.0+0011223344556677`. */
export function toDetectorVersion({ version, fingerprint }: DetectorIdentity): string {
  return `${version}+${fingerprint}`;
}

export function toLeadReason({ accounts, objects, ...evidence }: GroupEvidence): string {
  const families = (signals: readonly Signal[]): string =>
    [...new Set(signals.filter(isSignificant).map(({ family }) => family.replace("_", "-")))].join(", ");
  return (
    `${accounts.length} accounts acted together on ${objects.length} objects beyond chance (${families(evidence.coordinated)}); ` +
    `where they come from or how they keep time differs from their population beyond chance (${families(evidence.inauthentic)}).`
  );
}

function isSignificant({ significant }: Signal): boolean {
  return significant;
}
