export { entryStatuses, type Entry, type EntryStatus, type Wording } from "./registry/entry.ts";
export { listObstacles, standingObstacles, type StandingObstacle } from "./registry/standing.ts";
export { falseSide, isFalseSide, verdicts, type Verdict } from "./registry/verdict.ts";
