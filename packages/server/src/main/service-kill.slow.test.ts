import { createRandom } from "@breakwater/simulator";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runServiceKillTrial } from "./testing/kill-service.ts";

/** Some three minutes; the benchmark `service-kill` does a thousand. */
const rounds = 50;

it("loses nothing and does nothing twice when it is killed at random points under load", async () => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-service-kill-"));
  const random = createRandom(20_261_125, "kills");
  const trial = await runServiceKillTrial({ folder, rounds, random: () => random.next() });
  rmSync(folder, { recursive: true, force: true });
  expect(trial).toMatchObject({ rounds, leadsTwice: 0, objectsTwice: 0, problems: [] });
  expect(trial.leads).toBeGreaterThan(0);
  expect(trial.ledgerEntries).toBeGreaterThan(0);
  // What was compared was there to be compared.
  for (const count of [trial.actions, trial.changes, trial.claims, trial.reports, trial.tokens, trial.epochsCompared]) {
    expect(count).toBeGreaterThan(0);
  }
  expect(trial.groupsCompared).toBeGreaterThan(0);
});
