export { ConfigError, defaultConfig, readConfig } from "../config/read-config.ts";
export { configSchema, type Config } from "../config/schema.ts";
export { runDemoCommunity, toDemoConfig, type DemoEvent } from "../demo/run-demo-community.ts";
export type { Notice } from "../state/outbox.ts";
export { LockedError } from "./process-lock.ts";
export { startService, type RunningService } from "./start-service.ts";
