import type { Selection } from "@breakwater/records";
import { layerNames, type LayerName } from "./table.ts";

/** Every bound is here with its default; reaching one is counted in `Findings.limits`. */
export type EngineLimits = {
  /** Rows of one object that enter the candidate stage; the rest is sampled evenly by rank. */
  readonly objectRowsMax: number;
  /** Pairs that one object may give to the candidate graph. */
  readonly objectPairsMax: number;
  /** Pairs in the whole candidate graph. */
  readonly pairsMax: number;
  /** Anchors per object in a group's test. */
  readonly anchorsMax: number;
  /** Members of an LSH bucket that are compared. */
  readonly bucketMax: number;
  /** Distinct texts kept in the window. */
  readonly textsMax: number;
  /** Actions kept in the window. */
  readonly actionsMax: number;
  readonly evidenceActionsMax: number;
  readonly burstActionsMax: number;
  readonly sampleVariantsMax: number;
};

export type EngineOptions = {
  /** False-discovery rate over all candidate groups. */
  readonly fdr: number;
  /** Level of the account step inside a group. */
  readonly accountFdr: number;
  readonly layers: readonly LayerName[];
  readonly selection: Selection;
  /** Seeds every tie-break and sample. */
  readonly seed: number;
  /** How far back a judgement looks; Infinity in a file. */
  readonly windowMs: number;
  /** Distance of the event-time grid on which judgements fall; Infinity in a file (one, at its end). */
  readonly epochMs: number;
  /** Actions later than this behind the watermark are counted, not taken. */
  readonly latenessMs: number;
  /** Also score accounts outside groups, for measuring; never shown to a moderator. */
  readonly evaluation: boolean;
  readonly limits: EngineLimits;
};

export const defaultLimits: EngineLimits = {
  objectRowsMax: 20_000,
  objectPairsMax: 200_000,
  pairsMax: 8_000_000,
  anchorsMax: 64,
  bucketMax: 32,
  textsMax: 2_000_000,
  actionsMax: 20_000_000,
  evidenceActionsMax: 20,
  burstActionsMax: 1000,
  sampleVariantsMax: 8,
};

export const defaultOptions: EngineOptions = {
  fdr: 0.01,
  accountFdr: 0.01,
  layers: layerNames,
  selection: { kind: "not_stated" },
  seed: 1,
  windowMs: Number.POSITIVE_INFINITY,
  epochMs: Number.POSITIVE_INFINITY,
  latenessMs: 0,
  evaluation: false,
  limits: defaultLimits,
};
