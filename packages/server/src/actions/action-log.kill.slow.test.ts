import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runKillTrial } from "./testing/kill-trial.ts";

it("killed at 25 random points, the log loses nothing acknowledged and holds nothing twice", async () => {
  let state = 20_261_125;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const folder = mkdtempSync(join(tmpdir(), "breakwater-actions-"));
  const trial = await runKillTrial({ folder, rounds: 25, random });
  expect(trial).toMatchObject({ rounds: 25, lost: 0, doubled: 0 });
  expect(trial.acknowledged).toBeGreaterThan(1000);
  rmSync(folder, { recursive: true, force: true });
}, 300_000);
