import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runKillTrial, storeKinds } from "@breakwater/server/ledger/trials";
import { atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { createRandom } from "../stats/random.ts";

const seed = 20_261_124;

export const ledgerKill: Benchmark = {
  name: "ledger-kill",
  title: "Ledger: killed at a thousand random points",
  method:
    "A process appends with six hands at once and is killed with SIGKILL at a random point; the log that it left is opened, held against everything that was acknowledged, and written on by the next. " +
    "The whole log is verified at the end. Death of a process only: a power failure is not tried here.",
  needs: [],
  run: async ({ quick, progress }) => {
    const rounds = quick ? 25 : 500;
    const rows: Measurement[] = [];
    for (const kind of storeKinds) {
      progress(`${rounds} kills on ${kind}`);
      const folder = mkdtempSync(join(tmpdir(), "breakwater-kill-"));
      const trial = await runKillTrial({ folder, kind, rounds, random: createRandom(seed) });
      rmSync(folder, { recursive: true, force: true });
      const base = { table: "What was left", what: kind, data: "one log a store", seed: String(seed), interval: null };
      rows.push(
        { ...base, metric: "kills", value: trial.rounds },
        { ...base, metric: "acknowledged", value: trial.acknowledged },
        { ...base, metric: "lost", value: trial.lost, target: atMost(0) },
        { ...base, metric: "sizes with two roots", value: trial.conflicts, target: atMost(0) },
      );
    }
    return rows;
  },
};
