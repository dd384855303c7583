import type { ClaimFollower } from "../claims/check/claim-follower.ts";
import type { Matcher } from "../claims/check/matcher.ts";

/** What the matcher's thread offers to the front. */
export type MatcherServices = {
  readonly matcher: Matcher;
  /** `close`: saves the index. */
  readonly registry: { readonly refresh: ClaimFollower["refresh"]; readonly close: () => Promise<void> };
};
