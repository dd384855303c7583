import type { InStepActions } from "../contract/findings.ts";
import type { InStepObject } from "./in-step-objects.ts";

export type InStepOptions = {
  /** Where each member stands in the list of accounts, by its ordinal. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** Actions that are listed. */
  readonly actionsMax: number;
};

/**
 * Which member acted in step on which of the objects, and when: what a picture of the group over time is drawn from. Where there are more than
 * `actionsMax`, an even sample over time, so that no wave is left out whole. Cost: rows of the objects, sorted.
 */
export function listInStepActions(
  objects: readonly InStepObject[],
  { placeOf, actionsMax }: InStepOptions,
): InStepActions {
  const all = objects.flatMap(({ layer, rows }, object) =>
    rows.flatMap((row) => {
      const account = placeOf.get(layer.account[row]);
      return account === undefined ? [] : [{ at: layer.at[row], account, object }];
    }),
  );
  all.sort((a, b) => a.at - b.at || a.object - b.object || a.account - b.account);
  const count = Math.min(all.length, actionsMax);
  const listed = Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]);
  return {
    at: listed.map(({ at }) => at),
    account: listed.map(({ account }) => account),
    object: listed.map(({ object }) => object),
    total: all.length,
  };
}
