export { entryStatuses, type Entry, type EntryStatus, type Wording } from "./registry/entry.ts";
export { listObstacles, standingObstacles, type StandingObstacle } from "./registry/standing.ts";
export { falseSide, isFalseSide, verdicts, type Verdict } from "./registry/verdict.ts";
export { ClaimIndex } from "./search/claim-index.ts";
export { indexEntry, type IndexedText } from "./matching/index-entry.ts";
export { readPost, type Post } from "./matching/post.ts";
export { Workspace } from "./matching/ranking.ts";
export {
  defaultCandidateOptions,
  measureCandidates,
  orderCandidates,
  type CandidateOptions,
} from "./matching/candidates.ts";
export type { Candidate } from "./matching/measure.ts";
export { featureNames, type FeatureName } from "./matching/feature-names.ts";
export { addUp, type Model, type TextModel, type Weights } from "./matching/model.ts";
export { createClaimRegistry, isCompared, openClaimRegistry, type ClaimRegistry } from "./matching/claim-registry.ts";
export type { CheckOptions, CheckResult } from "./matching/check.ts";
export type { Band, Hold, Match, Relation, Why } from "./matching/match.ts";
export type { Span } from "./matching/spans.ts";
export { createChecker } from "./matching/check.ts";
export { SoundIndex } from "./matching/sound.ts";
export { findMarkers, type Marker, type MarkerKind } from "./stance/markers.ts";
export { foldSigns } from "./text/fold-signs.ts";
