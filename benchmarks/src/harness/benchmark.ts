import type { CoordinationFile } from "../data/folder.ts";
import type { Interval } from "../stats/intervals.ts";

/** One number, with all that is needed to judge it. Numbers with equal `table` and `what` share a line of the report. */
export type Measurement = {
  /** Heading of the table that it stands in. */
  readonly table: string;
  /** Its line: which case was measured. */
  readonly what: string;
  /** Its column. */
  readonly metric: string;
  readonly value: number;
  /** 95% interval, or null where there is no repetition to estimate one from. */
  readonly interval: Interval | null;
  readonly data: string;
  readonly seed: string;
  readonly target?: Target;
  /** What a user would pick instead, and its figure on the same data. */
  readonly beside?: string;
};

export type Target = { readonly kind: "at_least" | "at_most"; readonly value: number };

export type Context = {
  /** A smaller run of the same code: fewer repeats, marked as quick in the results. */
  readonly quick: boolean;
  /** Tells a person who waits how far it is. */
  readonly progress: (line: string) => void;
};

export type Benchmark = {
  readonly name: string;
  readonly title: string;
  /** What the numbers answer and how they were made, in one or two sentences. */
  readonly method: string;
  /** Real data without which it is skipped. */
  readonly needs: readonly CoordinationFile[];
  /** Whether its figures are times, which a loaded machine spoils. */
  readonly isTimed?: boolean;
  readonly run: (context: Context) => Promise<readonly Measurement[]>;
};

export function atLeast(value: number): Target {
  return { kind: "at_least", value };
}

export function atMost(value: number): Target {
  return { kind: "at_most", value };
}

export function isReached(measurement: Measurement): boolean | null {
  if (measurement.target === undefined) return null;
  const { kind, value } = measurement.target;
  return kind === "at_least" ? measurement.value >= value : measurement.value <= value;
}
