export type { DrillApi, DrillAnswer } from "./drill-api.ts";
export { makeReport, openDrill, type Drill } from "./open-drill.ts";
export { toDrillConfig } from "./drill-config.ts";
export { signInAdministrator } from "./administrators.ts";
