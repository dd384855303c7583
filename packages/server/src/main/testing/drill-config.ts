import { join } from "node:path";
import { configSchema, type Config } from "../../config/schema.ts";

/** A service in a scratch folder that judges every three seconds, by detectors that need not observe first. */
export function toDrillConfig(folder: string): Config {
  return configSchema.parse({
    service: { port: 0 },
    storage: { data: join(folder, "data"), keys: join(folder, "keys") },
    webhooks: { allowed_hosts: ["127.0.0.1"] },
    detection: { epoch_minutes: 0.05, observe_days: 0, leads_per_day: 1000 },
  });
}
