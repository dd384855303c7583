import type { Layer } from "../contract/table.ts";
import type { RawGroup } from "./raw-group.ts";

/** One object on which members of a group acted in step. */
export type InStepObject = {
  readonly layer: Layer;
  /** Ordinal inside the layer. */
  readonly object: number;
  /** Members' rows in step, as rows of the layer: ascending, and so in the order of time. */
  readonly rows: readonly number[];
};

/** The objects of a group, those with the most members in step first. */
export function listInStepObjects(group: RawGroup): readonly InStepObject[] {
  const byObject = new Map<string, { layer: Layer; object: number; rows: Set<number> }>();
  for (const inSteps of group.members.values()) {
    for (const { part, evidence } of inSteps) {
      for (const row of evidence.rows) {
        const object = part.incidence.objectOfRow[row];
        const key = `${part.layer.name} ${object}`;
        const held = byObject.get(key) ?? { layer: part.layer, object, rows: new Set<number>() };
        byObject.set(key, held);
        held.rows.add(row);
      }
    }
  }
  return [...byObject.values()]
    .map(({ layer, object, rows }) => ({ layer, object, rows: [...rows].sort((a, b) => a - b) }))
    .sort((a, b) => b.rows.length - a.rows.length || compareWords(a.layer.name, b.layer.name) || a.object - b.object);
}

export type InStepWindow = {
  readonly from: number;
  readonly to: number;
  /** Members and all accounts on the object, at any time. */
  readonly accounts: number;
  /** Chance that one of the object's other rows falls into the window. */
  readonly rate: number;
};

/** The window that holds the members' rows in step, and how often anybody else falls into it. */
export function windowOf(object: InStepObject): InStepWindow {
  const { layer, rows } = object;
  const [start, end] = [layer.start[object.object], layer.start[object.object + 1]];
  const from = layer.at[rows[0]];
  const to = layer.at[rows[rows.length - 1]];
  let inside = 0;
  for (let row = start; row < end; row += 1) if (layer.at[row] >= from && layer.at[row] <= to) inside += 1;
  const outsiders = end - start - rows.length;
  return { from, to, accounts: end - start, rate: (inside - rows.length + 1) / (outsiders + 2) };
}

/** Code-unit order: the same on every machine, whatever its locale. */
function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
