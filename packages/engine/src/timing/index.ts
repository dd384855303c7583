export { measureClock } from "./clock.ts";
export {
  createBurstDetector,
  defaultBurstOptions,
  type BurstAlert,
  type BurstDetector,
  type BurstDetectorOptions,
} from "./burst-detector.ts";
export { findBursts, type FindBurstsOptions, type FoundBurst } from "./bursts.ts";
export { createStreamDetector } from "./stream-detector.ts";
