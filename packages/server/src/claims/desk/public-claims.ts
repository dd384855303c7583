import type { EntryVersion, Verdict } from "@breakwater/claims";
import type { Remote } from "../../threads/remote.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** A step that everybody may know of: a determination of our own was published, corrected or withdrawn. */
export type PublicStep = {
  readonly kind: "published" | "corrected" | "withdrawn";
  readonly at: number;
  readonly verdict: Verdict;
  /** Why it was corrected or withdrawn. */
  readonly reason: string | null;
};

/** A determination of our own as strangers read it: no ids of people. */
export type PublicClaim = {
  readonly id: string;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly title: string | null;
  readonly explanation: string | null;
  readonly rightOfReply: string | null;
  /** Where the debunk itself stands. */
  readonly url: string | null;
  readonly sources: readonly { readonly text: string; readonly publisher: string | null }[];
  readonly isWithdrawn: boolean;
  /** Oldest first, never empty. */
  readonly steps: readonly PublicStep[];
};

/** Null for what is not there, for what others determined, and for what was never published. */
export async function readPublicClaim(
  id: string,
  desk: Pick<Remote<ClaimDesk>, "versions">,
): Promise<PublicClaim | null> {
  const versions = (await desk.versions(id)) ?? [];
  const steps = listPublicSteps(versions);
  const inForce = versions.findLast(isPublic)?.entry;
  if (inForce === undefined || inForce.origin !== "own" || steps.length === 0) return null;
  const {
    claim,
    verdict,
    title = null,
    explanation = null,
    rightOfReply = null,
    url = null,
    sources,
    status,
  } = inForce;
  return {
    id,
    claim,
    verdict,
    title,
    explanation,
    rightOfReply,
    url,
    sources: sources.map(({ text, publisher = null }) => ({ text, publisher })),
    isWithdrawn: status === "withdrawn",
    steps,
  };
}

/** What became public, oldest first. A correction has the reason with which it was begun; what was never published cannot be withdrawn. */
export function listPublicSteps(versions: readonly EntryVersion[]): readonly PublicStep[] {
  const steps: PublicStep[] = [];
  let begun: string | null = null;
  for (const version of versions) {
    const { action, at, reason = null, entry } = version;
    if (action === "corrected") begun = reason;
    if (!isPublic(version)) continue;
    if (action === "withdrawn") {
      if (steps.length > 0) steps.push({ kind: "withdrawn", at, verdict: entry.verdict, reason });
      continue;
    }
    const kind = entry.status === "corrected" ? "corrected" : "published";
    steps.push({ kind, at, verdict: entry.verdict, reason: kind === "corrected" ? begun : null });
  }
  return steps;
}

function isPublic({ action }: EntryVersion): boolean {
  return action === "published" || action === "withdrawn";
}
