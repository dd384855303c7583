import type { Selection } from "@breakwater/records";
import { layerNames, type LayerName } from "./table.ts";

/** Every bound is here with its default; reaching one that leaves something out is counted in `Findings.limits` by its name. */
export type EngineLimits = {
  /** Actions kept in the window, the latest first. A stream is cut in steps of a quarter more, so its cuts depend on how it was pushed. */
  readonly actionsMax: number;
  /** Distinct texts that one judgement clusters, the earliest first. */
  readonly textsMax: number;
  /** Texts looked at under one key of the text index, the newest first. */
  readonly bucketMax: number;
  /** Texts that one text is compared with: those that it meets under the most and rarest keys. */
  readonly comparedTextsMax: number;
  /** Cells of one account that are paired in the candidate stage; beyond, an even sample. */
  readonly accountCellsMax: number;
  /** Pairs of cells counted in one stratification of a layer; accounts beyond are left out of the pairing. */
  readonly cellPairsMax: number;
  /** Candidates from pairs of cells in one stratification of a layer, the strongest seeds first. */
  readonly candidatesMax: number;
  /** Largest object whose accounts are tied in the candidate graph; larger ones are read from pairs of cells alone. */
  readonly tiedRowsMax: number;
  /** Ties in the candidate graph of a layer. */
  readonly tiesMax: number;
  /** Anchors of one cell in a group's test: beyond, a sample stands for all, and nothing is left out. */
  readonly anchorsMax: number;
  /** Actions listed as evidence of one signal; all are counted beside it. */
  readonly evidenceActionsMax: number;
  /** Actions listed of one burst; all are counted beside it. */
  readonly burstActionsMax: number;
  /** Wordings listed of one sample of a group. */
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
  /** How far back a judgement looks, at least `epochMs`; Infinity in a file. */
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
  actionsMax: 20_000_000,
  textsMax: 2_000_000,
  bucketMax: 16,
  comparedTextsMax: 32,
  accountCellsMax: 200,
  cellPairsMax: 20_000_000,
  candidatesMax: 2000,
  tiedRowsMax: 300,
  tiesMax: 8_000_000,
  anchorsMax: 64,
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
