export {
  contentFields,
  refusalKinds,
  type EntryChanges,
  type EntryContent,
  type RegistryCommand,
  type RegistryRefusal,
  type RegistryVerb,
} from "./registry/commands.ts";
export {
  decide,
  entryVerbs,
  evolve,
  findRefusal,
  type Actor,
  type Decision,
  type EntryVerb,
} from "./registry/decide.ts";
export {
  entryStatuses,
  sourceKinds,
  type Entry,
  type EntrySource,
  type EntryStatus,
  type SourceKind,
  type Wording,
} from "./registry/entry.ts";
export { entryLimits } from "./registry/entry-limits.ts";
export { fieldFaultCodes, type FieldFault } from "./registry/fields.ts";
export { UnreadableEntryError } from "./registry/file/entries-section.ts";
export { fileRefusalKinds, type FileRefusal, type Sections } from "./registry/file/container.ts";
export {
  decodeRegistryFile,
  encodeRegistryFile,
  type DecodedRegistryFile,
  type RegistryFile,
} from "./registry/file/registry-file.ts";
export { entryGaps, listGaps, type EntryGap } from "./registry/gaps.ts";
export { findNextStep, nextStepKinds, type NextStep } from "./registry/next-step.ts";
export { toEarliestMoment, toIsoDate, toLatestMoment } from "./registry/iso-date.ts";
export { parseEntry, type ParsedEntry } from "./registry/parse-entry.ts";
export {
  findInForce,
  getInForce,
  getLatest,
  registryActions,
  type EntryRecord,
  type EntryVersion,
  type RegistryAction,
} from "./registry/record.ts";
export { createRegistry, type Dispatched, type Registry } from "./registry/registry.ts";
export { listObstacles, peopleMin, standingObstacles, type StandingObstacle } from "./registry/standing.ts";
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
export { holds, type Band, type Hold, type Match, type Relation, type Why } from "./matching/match.ts";
export type { Span } from "./matching/spans.ts";
export { createChecker, postUnitsMax } from "./matching/check.ts";
export { SoundIndex } from "./matching/sound.ts";
export { findMarkers, type Marker, type MarkerKind } from "./stance/markers.ts";
export { foldSigns } from "./text/fold-signs.ts";
export { csvColumns, toCsvCells } from "./exchange/csv-cells.ts";
export { toClaimReview, type ClaimReviewOptions } from "./exchange/claim-review.ts";
export { importFields, parseFieldMap, type FieldMap, type ImportField } from "./exchange/field-map.ts";
export { toGoogleClaim } from "./exchange/google.ts";
export {
  importPresets,
  importValue,
  parseRecord,
  type ImportOptions,
  type ImportPreset,
} from "./exchange/import-value.ts";
export { listJsonLd, type ScriptBlock } from "./exchange/json-ld.ts";
export { builtInVerdictTable } from "./exchange/verdict-table.ts";
export { toStableId } from "./exchange/stable-id.ts";
export { createVerdictReader, parseVerdictWords, type VerdictReader } from "./exchange/verdict-words.ts";
export {
  duplicateSimilarityMin,
  findDuplicates,
  mergeDuplicates,
  type Duplicate,
  type Duplicates,
  type Merged,
} from "./exchange/duplicates.ts";
export { differenceKinds, type Difference } from "./exchange/differences.ts";
export { comparisonsMax } from "./exchange/near-identical.ts";
export type { Stance, StanceReading } from "./stance/read-stance.ts";
export type { Embedder } from "./matching/embedder.ts";
export { shippedModel } from "./matching/weights.ts";
