import { runTamperTrials } from "@breakwater/ledger/trials";
import { atLeast, type Benchmark } from "../harness/benchmark.ts";

const outsideSize = 700;

export const ledgerTamper: Benchmark = {
  name: "ledger-tamper",
  title: "Ledger: an operator who rewrites it",
  method:
    "Whoever holds the key and the database flips, deletes, swaps, inserts, truncates or re-signs at a position of an honest log of 1,000 entries, signs anew and hands out the best bundle there is. " +
    `The reader holds a checkpoint of size ${outsideSize} from before. Above that size nobody can tell, and the table says so.`,
  needs: [],
  run: async ({ quick }) => {
    const positions = Array.from({ length: quick ? 40 : 1000 }, (_, i) => (quick ? i * 25 : i));
    const trials = runTamperTrials({ size: 1000, outsideSize, positions });
    return ([true, false] as const).flatMap((isBelow) => {
      const some = trials.filter((trial) => trial.isBelow === isBelow);
      const detected = some.filter(({ isDetected }) => isDetected).length;
      const base = {
        table: "Detected",
        what: isBelow ? "begins below the outside checkpoint" : "begins above it",
        data: "made-up log of 1,000",
        seed: "none",
        interval: null,
      };
      return [
        { ...base, metric: "tamperings", value: some.length },
        { ...base, metric: "detected", value: detected, ...(isBelow ? { target: atLeast(some.length) } : {}) },
      ];
    });
  },
};
