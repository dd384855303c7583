import { expect, it } from "vitest";
import { runKillTrial, storeKinds } from "./testing/kill-trial.ts";
import { makeScratch } from "./testing/scratch.ts";

// A thousand are in the benchmark ledger-kill.
it.each(storeKinds)(
  "killed at 25 random points on %s, the log loses nothing acknowledged and has one root per size",
  async (kind) => {
    let state = 20_261_124;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const trial = await runKillTrial({ folder: makeScratch(), kind, rounds: 25, random });
    expect(trial).toMatchObject({ rounds: 25, lost: 0, conflicts: 0 });
    expect(trial.acknowledged).toBeGreaterThan(200);
  },
);
