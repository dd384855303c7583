import type { Edge } from "../contract/findings.ts";
import type { LayerName } from "../contract/table.ts";
import { logPoissonTail } from "../math/distributions.ts";
import { adjustPValues } from "../math/multiplicity.ts";
import type { InStepObject } from "./in-step-objects.ts";

export type EdgeOptions = {
  readonly accountName: (account: number) => string;
  readonly objectName: (object: InStepObject) => string;
  /** Chance of two of the object's rows falling into one window. */
  readonly rateOf: (object: InStepObject) => number;
  readonly edgesMax: number;
  readonly pairedMax: number;
};

type Tie = { a: number; b: number; layer: LayerName; observed: number; expected: number; objects: InStepObject[] };

/** Objects named per edge. */
const namedMax = 10;

/**
 * Co-action of each pair of members: objects on which both were in step, beside what chance expects given that both
 * were on them. At most `pairedMax` members of an object are paired, evenly by rank, and the strongest `edgesMax` kept.
 */
export function listEdges(objects: readonly InStepObject[], options: EdgeOptions): readonly Edge[] {
  const ties = new Map<string, Tie>();
  for (const object of objects) {
    const rows = thin(object.rows, options.pairedMax);
    const rate = options.rateOf(object);
    for (let i = 0; i < rows.length; i += 1) {
      for (let j = i + 1; j < rows.length; j += 1) {
        const one = object.layer.account[rows[i]];
        const other = object.layer.account[rows[j]];
        const [a, b] = one < other ? [one, other] : [other, one];
        const key = `${a} ${b} ${object.layer.name}`;
        const tie = ties.get(key) ?? { a, b, layer: object.layer.name, observed: 0, expected: 0, objects: [] };
        ties.set(key, tie);
        tie.observed += 1;
        tie.expected += rate;
        if (tie.objects.length < namedMax) tie.objects.push(object);
      }
    }
  }
  const all = [...ties.values()];
  const q = adjustPValues(all.map((tie) => Math.exp(logPoissonTail(tie.observed, tie.expected))));
  return all
    .map((tie, i) => ({ tie, q: q[i] }))
    .sort((x, y) => x.q - y.q || y.tie.observed - x.tie.observed || x.tie.a - y.tie.a || x.tie.b - y.tie.b)
    .slice(0, options.edgesMax)
    .map((one) => ({
      source: options.accountName(one.tie.a),
      target: options.accountName(one.tie.b),
      layer: one.tie.layer,
      observed: one.tie.observed,
      expected: one.tie.expected,
      q: one.q,
      objects: one.tie.objects.map(options.objectName),
    }));
}

function thin(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)]);
}
