import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runServiceKillTrial } from "@breakwater/server/service/trials";
import { atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { createRandom } from "../stats/random.ts";

const seed = 20_261_125;

export const serviceKill: Benchmark = {
  name: "service-kill",
  title: "Service: killed at a thousand random points",
  method:
    "A whole service takes actions, edits, deletions, claims and reports over HTTP, and tokens are made and revoked, while campaigns go on; it is killed with SIGKILL at a random point, one time in eight before it answers. " +
    "Started again on what it left, everything that it had acknowledged is looked for, and what was under way is sent again. At the end the action log, the outbox and the ledger are read from scratch, " +
    "and a judge that was never interrupted reads the whole log: its state has to be the killed one's to the byte. Death of a process only: a power failure is not tried here.",
  needs: [],
  run: async ({ quick, progress }) => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-service-kill-"));
    const trial = await runServiceKillTrial({
      folder,
      rounds: Number(process.env["BENCH_ROUNDS"] ?? (quick ? 10 : 1000)),
      random: createRandom(seed),
      onRound: (round, problems) => progress(`killed ${round + 1} times, ${problems} problems`),
    });
    rmSync(folder, { recursive: true, force: true });
    for (const problem of trial.problems) progress(problem);
    const base = { table: "What was left", what: "service", data: "one life", seed: String(seed), interval: null };
    const row = (metric: string, value: number): Measurement => ({ ...base, metric, value });
    return [
      row("kills", trial.rounds),
      row("actions", trial.actions),
      row("edits and deletions", trial.changes),
      row("claims", trial.claims),
      row("reports", trial.reports),
      row("tokens", trial.tokens),
      row("leads", trial.leads),
      row("notices", trial.notices),
      row("ledger entries", trial.ledgerEntries),
      row("epochs judged again", trial.epochs),
      { ...row("lost, doubled or different", trial.problems.length), target: atMost(0) },
      { ...row("groups with two leads", trial.leadsTwice), target: atMost(0) },
    ];
  },
};
