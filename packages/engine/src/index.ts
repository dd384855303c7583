export { admissibleFeatures, assertFeatures, families, isSufficient } from "./contract/families.ts";
export type { Axis, FamilyName, NullName } from "./contract/families.ts";
export type { Detector } from "./contract/detector.ts";
export type * from "./contract/findings.ts";
export { defaultLimits, defaultOptions, type EngineLimits, type EngineOptions } from "./contract/options.ts";
export { layerNames, type ActionTable, type Layer, type LayerName } from "./contract/table.ts";
export { createDetector, mergeSnapshots } from "./detector.ts";
