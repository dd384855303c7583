import type { Findings } from "../contract/findings.ts";
import type { EngineOptions } from "../contract/options.ts";
import type { ActionTable } from "../contract/table.ts";

/** Judges one window: see `Findings`. Pure: the same table and options give the same findings. */
export function judge(table: ActionTable, options: EngineOptions): Findings {
  return {
    from: table.count === 0 ? 0 : table.at[0],
    to: table.count === 0 ? 0 : table.at[table.count - 1],
    clock: { name: "millisecond", tickMs: 1 },
    population: {
      actions: table.count,
      accounts: table.accounts.count,
      texts: table.texts.count,
      samples: 0,
      layers: [],
    },
    groups: [],
    bursts: [],
    candidatesTested: 0,
    fdr: options.fdr,
    limits: [],
    switchedOff: [],
    insufficient: [],
    scores: [],
  };
}
