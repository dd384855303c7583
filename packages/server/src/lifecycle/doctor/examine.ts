import { existsSync } from "node:fs";
import type { Config } from "../../config/schema.ts";
import { toLayout, type Layout } from "../../main/layout.ts";
import type { Migration } from "../../state/migration.ts";
import { checkAddress } from "./check-address.ts";
import { checkClock } from "./check-clock.ts";
import { checkDatabases } from "./check-databases.ts";
import { checkDisk } from "./check-disk.ts";
import { checkFolders } from "./check-folders.ts";
import { checkKeys } from "./check-keys.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkNode } from "./check-node.ts";
import { checkRetention } from "./check-retention.ts";
import { checkService } from "./check-service.ts";
import { checkSettings } from "./check-settings.ts";
import { checkStatements } from "./check-statements.ts";
import { checkWebhooks } from "./check-webhooks.ts";
import { checkWitnesses } from "./check-witnesses.ts";
import { find, type CheckName, type Finding } from "./finding.ts";

export type Examination = {
  readonly config: Config;
  readonly layout: Layout;
  /** Every step of the state database that this version knows. */
  readonly migrations: readonly Migration[];
  /** Whole databases and the whole ledger, not only what is quick. */
  readonly isDeep: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** `process.versions.node`. */
  readonly nodeVersion: string;
  /** Of this process; null where the system has none. */
  readonly userId: number | null;
  /** Whether the system says that its clock is kept right; null where it does not say. */
  readonly isClockSynchronised: boolean | null;
};

type Check = (examination: Examination) => Promise<readonly Finding[]> | readonly Finding[];

const checks: Readonly<Record<CheckName, Check>> = {
  node: checkNode,
  folders: checkFolders,
  keys: checkKeys,
  disk: checkDisk,
  service: checkService,
  databases: checkDatabases,
  migrations: checkMigrations,
  ledger: checkLedger,
  clock: checkClock,
  retention: checkRetention,
  address: checkAddress,
  webhooks: checkWebhooks,
  witnesses: checkWitnesses,
  statements: checkStatements,
  settings: checkSettings,
};

/** Those that need to read what is kept. */
const ofData: ReadonlySet<CheckName> = new Set([
  "keys",
  "databases",
  "migrations",
  "ledger",
  "retention",
  "statements",
]);

/**
 * Looks at a set-up, whether the service runs or not, and changes nothing. Each check says what it found; one that breaks is a finding itself and
 * keeps none of the others.
 */
export async function examine(
  given: Omit<Examination, "layout">,
  onCheck: (name: CheckName) => void = () => undefined,
): Promise<readonly Finding[]> {
  const examination = { ...given, layout: toLayout(given.config.storage) };
  const hasData = existsSync(examination.layout.state);
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks) as [CheckName, Check][]) {
    if (ofData.has(name) && !hasData) continue;
    onCheck(name);
    try {
      findings.push(...(await check(examination)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      findings.push(find(name, "check_broken", { check: name, reason: reason.slice(0, 200) }));
    }
  }
  return findings;
}
