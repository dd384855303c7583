export {
  findSamples,
  type FoundSamples,
  type SampleInput,
  type SampleOptions,
  type TemplateFamily,
} from "./find-samples.ts";
export { findSimilarPairs, type SimilarPair } from "./find-similar-pairs.ts";
export {
  createSampleIndex,
  defaultSampleOptions,
  type Placed,
  type SampleIndex,
  type SampleIndexCounts,
  type SampleIndexOptions,
} from "./sample-index.ts";
export { createKeptSamples, type KeptSamples } from "./kept-samples.ts";
