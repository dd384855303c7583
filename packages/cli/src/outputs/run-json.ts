import { toSelectionWords } from "@breakwater/records";
import type { Analysis } from "../analysis.ts";
import { toIso } from "../words/values.ts";
import { toJson } from "./json.ts";

/** How the run went: enough to repeat it and to judge its reach. The only output that differs between two equal runs. */
export function toRunJson({ findings, input, run }: Analysis): string {
  const { selection, windowMs, epochMs, ...engine } = run.engine;
  return toJson({
    schema: "breakwater/run/1",
    versions: { breakwater: run.version, node: run.node },
    options: {
      ...engine,
      // JSON has no infinity, which in a file means the whole of it.
      windowMs: Number.isFinite(windowMs) ? windowMs : "whole file",
      epochMs: Number.isFinite(epochMs) ? epochMs : "whole file",
      since: run.since === null ? null : toIso(run.since),
      until: run.until === null ? null : toIso(run.until),
      map: run.map,
      preset: run.preset,
    },
    selection: toSelectionWords(selection),
    input,
    counts: {
      ...findings.population,
      candidatesTested: findings.candidatesTested,
      campaigns: findings.groups.filter((group) => group.kind === "campaign").length,
      coordinated: findings.groups.filter((group) => group.kind === "coordinated").length,
      bursts: findings.bursts.length,
    },
    clock: findings.clock,
    from: toIso(findings.from),
    to: toIso(findings.to),
    limits: findings.limits,
    switchedOff: findings.switchedOff,
    insufficient: findings.insufficient,
    seconds: Object.fromEntries(run.stages.map(({ stage, seconds }) => [stage, seconds])),
    peakMemoryBytes: run.peakMemoryBytes,
  });
}
