import type { Findings, Group } from "@breakwater/engine";
import { atMost, type Measurement } from "../harness/benchmark.ts";
import { shareInterval, shareUpperBound } from "../stats/intervals.ts";
import { flaggedAccounts } from "./detect.ts";

/** What was found over the runs of one null. */
export type Tally = {
  runs: number;
  runsWithGroup: number;
  /** Runs that found groups, but only such as rest on a burst: the nulls keep every object's rhythm, and so its bursts. */
  runsWithBurstsAlone: number;
  groups: number;
  accounts: number;
};

export function createTally(): Tally {
  return { runs: 0, runsWithGroup: 0, runsWithBurstsAlone: 0, groups: 0, accounts: 0 };
}

export function addRun(tally: Tally, findings: Findings): void {
  tally.runs++;
  if (findings.groups.length > 0) tally.runsWithGroup++;
  if (findings.groups.length > 0 && findings.groups.every(isBurstAlone)) tally.runsWithBurstsAlone++;
  tally.groups += findings.groups.length;
  tally.accounts += flaggedAccounts(findings).size;
}

function isBurstAlone(group: Group): boolean {
  return group.coordinated.every((signal) => signal.family === "burst" || !signal.significant);
}

/** The rows of both calibrations: the share of runs that found anything, and its bound against 2%. */
export function calibrationRows(
  of: { readonly what: string; readonly data: string },
  tally: Readonly<Tally>,
): readonly Measurement[] {
  const line = { ...of, table: "Runs in which anything was found", seed: `1–${tally.runs}` };
  return [
    { ...line, metric: "runs", value: tally.runs, interval: null },
    {
      ...line,
      metric: "share with a group",
      value: tally.runsWithGroup / tally.runs,
      interval: shareInterval(tally.runsWithGroup, tally.runs),
    },
    {
      ...line,
      metric: "upper 95% bound",
      value: shareUpperBound(tally.runsWithGroup, tally.runs),
      interval: null,
      target: atMost(0.02),
    },
    { ...line, metric: "runs with bursts alone", value: tally.runsWithBurstsAlone, interval: null },
    { ...line, metric: "groups in all", value: tally.groups, interval: null },
    { ...line, metric: "accounts in all", value: tally.accounts, interval: null },
  ];
}
