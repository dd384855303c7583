export { entryStatuses, type Entry, type EntryStatus, type Wording } from "./registry/entry.ts";
export { entryLimits } from "./registry/entry-limits.ts";
export { fieldFaultCodes, type FieldFault } from "./registry/fields.ts";
export { toEarliestMoment, toIsoDate, toLatestMoment } from "./registry/iso-date.ts";
export { parseEntry, type ParsedEntry } from "./registry/parse-entry.ts";
export { listObstacles, standingObstacles, type StandingObstacle } from "./registry/standing.ts";
export { falseSide, isFalseSide, verdicts, type Verdict } from "./registry/verdict.ts";
