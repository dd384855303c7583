import type { EngineOptions, Findings } from "@breakwater/engine";
import type { IntakeReport } from "@breakwater/intake";

/** Everything that one run knows: each output is a pure function of this record. */
export type Analysis = {
  readonly findings: Findings;
  readonly input: IntakeReport;
  readonly run: RunInfo;
};

export type RunInfo = {
  readonly version: string;
  readonly node: string;
  readonly engine: EngineOptions;
  /** Milliseconds; null where the whole input was asked for. */
  readonly since: number | null;
  readonly until: number | null;
  /** What was asked for, in the words of the command line. */
  readonly map: string | null;
  readonly preset: string | null;
  readonly stages: readonly Stage[];
  readonly peakMemoryBytes: number;
};

export type Stage = { readonly stage: "read" | "judge" | "write"; readonly seconds: number };
