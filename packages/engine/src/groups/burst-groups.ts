import { firstAbove } from "../coaction/sorted-counts.ts";
import { families } from "../contract/families.ts";
import type { Signal } from "../contract/findings.ts";
import type { ActionTable, Layer } from "../contract/table.ts";
import type { FoundBurst } from "../timing/bursts.ts";
import type { GroupDraft } from "./draft.ts";
import type { InStepObject } from "./in-step-objects.ts";
import { toEvidenceAction } from "./names.ts";

const accountsMin = 5;

/**
 * Drafts of groups that acted on one object alone: everybody in a lockstep burst on it. A crowd drawn by news is a
 * burst too, so such a draft becomes a group only with significance on the inauthentic axis, and only for the accounts
 * that carry it. Bursts mostly made by accounts in `held` are left out.
 */
export function draftBursts(
  bursts: readonly FoundBurst[],
  context: {
    readonly table: ActionTable;
    readonly layers: readonly Layer[];
    readonly held: ReadonlySet<number>;
    readonly evidenceActionsMax: number;
  },
): readonly GroupDraft[] {
  const { layers, held } = context;
  const rowsOf = new Map(layers.map((layer) => [layer, indexRows(layer, bursts)]));
  return bursts.flatMap((burst) => {
    const layer = layers.find((one) => one.name === burst.layer);
    if (layer === undefined) return [];
    const object = findObject(layer, burst.rows, rowsOf.get(layer) ?? new Map());
    if (object === null || object.rows.length < accountsMin) return [];
    const accounts = object.rows.map((row) => layer.account[row]);
    if (accounts.filter((account) => held.has(account)).length * 2 >= accounts.length) return [];
    return [toDraft(burst, object, context)];
  });
}

/** The layer's rows of each wanted action. */
function indexRows(layer: Layer, bursts: readonly FoundBurst[]): ReadonlyMap<number, readonly number[]> {
  const rowsOf = new Map<number, number[]>();
  for (const burst of bursts) if (burst.layer === layer.name) for (const action of burst.rows) rowsOf.set(action, []);
  for (let row = 0; row < layer.action.length; row += 1) rowsOf.get(layer.action[row])?.push(row);
  return rowsOf;
}

/** The object that most of the burst's actions are on, with the rows that stand for them. */
function findObject(
  layer: Layer,
  actions: Int32Array,
  rowsOf: ReadonlyMap<number, readonly number[]>,
): InStepObject | null {
  const byObject = new Map<number, number[]>();
  for (const action of actions) {
    for (const row of rowsOf.get(action) ?? []) {
      const object = firstAbove(layer.start, row) - 1;
      const rows = byObject.get(object) ?? [];
      byObject.set(object, rows);
      rows.push(row);
    }
  }
  let best: InStepObject | null = null;
  for (const [object, rows] of byObject) {
    if (rows.length > (best?.rows.length ?? 0)) best = { layer, object, rows: rows.sort((a, b) => a - b) };
  }
  return best;
}

function toDraft(
  burst: FoundBurst,
  object: InStepObject,
  context: { readonly table: ActionTable; readonly evidenceActionsMax: number },
): GroupDraft {
  const { table, evidenceActionsMax } = context;
  const signal: Signal = {
    family: "burst",
    axis: families.burst.axis,
    null: families.burst.null,
    layer: object.layer.name,
    statistic: "accounts_in_window",
    observed: burst.accounts,
    expected: burst.expected,
    logE: null,
    p: burst.p,
    q: burst.p,
    effect: null,
    significant: true,
    actions: Array.from(burst.rows.slice(0, evidenceActionsMax), (row) => toEvidenceAction(table, row, burst.object)),
    actionsTotal: burst.actionsTotal,
  };
  const members = [...new Set(object.rows.map((row) => object.layer.account[row]))];
  return {
    logE: 0,
    q: burst.p,
    members: members.map((account) => ({
      account,
      score: -Math.log(burst.p + 1e-300),
      q: burst.p,
      inStep: 1,
      expected: 0,
    })),
    objects: [object],
    coordinated: [signal],
  };
}
