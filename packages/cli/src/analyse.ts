import { createDetector, type EngineOptions, type Findings } from "@breakwater/engine";
import { readActions, type IntakeOptions, type IntakeReport, type Source } from "@breakwater/intake";
import type { Stage } from "./analysis.ts";

export type AnalyseOptions = {
  readonly engine: EngineOptions;
  readonly intake: IntakeOptions;
  /** Called once, when everything was read and nothing is judged yet. */
  readonly onRead?: (actions: number) => void;
};

export type Analysed = {
  readonly findings: Findings;
  readonly input: IntakeReport;
  readonly stages: readonly Stage[];
};

/** Reads the sources to their end and judges them once. Throws `IntakeError` where they cannot be read. */
export async function analyse(sources: readonly Source[], options: AnalyseOptions): Promise<Analysed> {
  const startedAt = performance.now();
  const detector = createDetector(options.engine);
  const batches = readActions(sources, options.intake);
  let step = await batches.next();
  while (step.done !== true) {
    detector.push(step.value);
    step = await batches.next();
  }
  const input = step.value;
  const readAt = performance.now();
  options.onRead?.(input.actions);
  const findings = detector.advance(Number.POSITIVE_INFINITY).at(-1);
  if (findings === undefined) throw new Error("a file with actions was not judged");
  const stages: readonly Stage[] = [
    { stage: "read", seconds: (readAt - startedAt) / 1000 },
    { stage: "judge", seconds: (performance.now() - readAt) / 1000 },
  ];
  return { findings, input, stages };
}
