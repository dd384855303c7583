import type { Burst } from "../contract/findings.ts";
import type { ActionTable, Layer, LayerName } from "../contract/table.ts";
import { adjustPValues } from "../math/multiplicity.ts";
import { createBurstDetector, defaultBurstOptions, type BurstAlert, type BurstDetector } from "./burst-detector.ts";
import { createStreamDetector } from "./stream-detector.ts";
import { measureObjectRhythm, objectMemoryMs, objectPriorMs, objectWindowsMs } from "./object-rhythm.ts";

export type FindBurstsOptions = {
  /** False-discovery rate over every look at every window. */
  readonly fdr: number;
  /** The clock's step: no window is finer. */
  readonly tickMs: number;
  /** Actions listed per burst; all are counted. */
  readonly burstActionsMax: number;
};

/** A burst with the rows of the action table that it flagged, oldest first. */
export type FoundBurst = Burst & { readonly rows: Int32Array };

type Draft = {
  readonly layer: LayerName | "stream";
  readonly object: string | null;
  readonly at: number;
  readonly strongest: BurstAlert;
  readonly rows: readonly number[];
};

type Stretch = {
  readonly detector: BurstDetector;
  readonly from: number;
  readonly to: number;
  readonly read: (index: number) => { at: number; account: number; source: number; row: number };
};

const objectLevel = 1e-9;

/**
 * Lockstep bursts of the whole stream and of each object, in order of time, as they would have been raised live:
 * a judgement uses nothing later than its own moment, except that the community's rhythm of objects is measured
 * over the table. On the stream, accounts around one object count as one; they are judged on that object.
 * p-values are those of the strongest look, adjusted (Benjamini–Hochberg) for every look made.
 * Cost: linear in actions and rows outside bursts.
 */
export function findBursts(
  table: ActionTable,
  layers: readonly Layer[],
  options: FindBurstsOptions,
): readonly FoundBurst[] {
  const drafts = [
    ...findStreamBursts(table, options),
    ...layers.flatMap((layer) => findObjectBursts(table, layer, options)),
  ];
  const looks =
    2 * table.count * defaultBurstOptions.windowsMs.length +
    layers.reduce((sum, layer) => sum + layer.at.length * objectWindowsMs.length, 0);
  const q = adjustPValues(
    drafts.map((draft) => Math.exp(draft.strongest.logP)),
    Math.max(looks, 1),
  );
  return drafts
    .map((draft, i) => ({ draft, q: q[i] }))
    .filter(({ q }) => q <= options.fdr)
    .map(({ draft, q }) => toBurst(table, draft, { p: q, burstActionsMax: options.burstActionsMax }))
    .sort((a, b) => a.at - b.at || compareNames(a.layer, b.layer) || compareNames(a.object ?? "", b.object ?? ""));
}

/** By code unit: the order of a locale differs from machine to machine. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function findStreamBursts(table: ActionTable, options: FindBurstsOptions): readonly Draft[] {
  const sources = listSources(table);
  const detector = createStreamDetector({ tickMs: options.tickMs });
  return collect(
    {
      detector,
      from: 0,
      to: table.count,
      read: (i) => ({ at: table.at[i], account: table.account[i], source: sources[i], row: i }),
    },
    { layer: "stream", object: null },
  );
}

/** The object that drew each action: of those it touches, the one that most actions touch; -1 where it is alone. */
function listSources(table: ActionTable): Int32Array {
  const touched = new Int32Array(table.objects.count);
  for (const object of table.objectIndex) touched[object] += 1;
  return Int32Array.from({ length: table.count }, (_, i) => {
    let hottest = -1;
    for (let slot = table.objectStart[i]; slot < table.objectStart[i + 1]; slot += 1) {
      const object = table.objectIndex[slot];
      if (touched[object] > (hottest < 0 ? 1 : touched[hottest])) hottest = object;
    }
    return hottest;
  });
}

function findObjectBursts(table: ActionTable, layer: Layer, options: FindBurstsOptions): readonly Draft[] {
  const rhythm = measureObjectRhythm(layer);
  const longestWindowMs = Math.max(options.tickMs, ...objectWindowsMs);
  const drafts: Draft[] = [];
  for (let object = 0; object < layer.objectCount; object += 1) {
    const [from, to] = [layer.start[object], layer.start[object + 1]];
    if (!isEverCrowded(layer.at.subarray(from, to), longestWindowMs)) continue;
    const detector = createBurstDetector({
      tickMs: options.tickMs,
      windowsMs: objectWindowsMs,
      memoryMs: objectMemoryMs,
      priorRate: rhythm.rate,
      priorMs: objectPriorMs,
      horizonMs: objectMemoryMs,
      warmUpMs: 0,
      dispersions: rhythm.dispersions,
      level: objectLevel,
      oddsMin: 0,
    });
    // Accounts act once a row here, so their rank in the object stands for them and counts stay small.
    const read: Stretch["read"] = (row) => ({
      at: layer.at[row],
      account: row - from,
      source: -1,
      row: layer.action[row],
    });
    drafts.push(
      ...collect({ detector, from, to, read }, { layer: layer.name, object: nameObject(table, layer, object) }),
    );
  }
  return drafts;
}

/** Whether any window holds as many as an alert needs: of most objects none does, and no rhythm is kept for them. */
function isEverCrowded(at: Float64Array, windowMs: number): boolean {
  const { accountsMin } = defaultBurstOptions;
  for (let i = accountsMin - 1; i < at.length; i += 1) if (at[i] - at[i - accountsMin + 1] <= windowMs) return true;
  return false;
}

function nameObject(table: ActionTable, layer: Layer, object: number): string {
  const source = layer.source[object];
  return layer.name === "sample" ? `sample ${source + 1}` : (table.objects.ids[source] ?? String(source));
}

/** Alerts that follow one another within a window are one burst. */
function collect(stretch: Stretch, of: Pick<Draft, "layer" | "object">): readonly Draft[] {
  const drafts: Draft[] = [];
  const rowOf: number[] = [];
  let open: { at: number; until: number; strongest: BurstAlert; rows: number[] } | null = null;
  for (let index = stretch.from; index < stretch.to; index += 1) {
    const { at, account, source, row } = stretch.read(index);
    rowOf.push(row);
    const alert = stretch.detector.push(at, account, source);
    if (alert === null) continue;
    if (open === null || at > open.until) {
      if (open !== null && open.rows.length > 0) drafts.push({ ...of, ...open });
      open = { at, until: at, strongest: alert, rows: [] };
    }
    if (alert.logP < open.strongest.logP) open.strongest = alert;
    open.until = Math.max(open.until, at + alert.windowMs);
    for (const pushed of alert.flagged) open.rows.push(rowOf[pushed]);
  }
  if (open !== null && open.rows.length > 0) drafts.push({ ...of, ...open });
  return drafts;
}

function toBurst(table: ActionTable, draft: Draft, given: { p: number; burstActionsMax: number }): FoundBurst {
  const rows = Int32Array.from(draft.rows).sort();
  return {
    at: draft.at,
    layer: draft.layer,
    object: draft.object,
    accounts: draft.strongest.accounts,
    windowMs: draft.strongest.windowMs,
    expected: draft.strongest.expected,
    p: given.p,
    actions: Array.from(rows.subarray(0, given.burstActionsMax), (row) => table.ids[row]),
    actionsTotal: rows.length,
    rows,
  };
}
