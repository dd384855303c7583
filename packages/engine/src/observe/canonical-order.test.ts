import fc from "fast-check";
import type { Action } from "@breakwater/records";
import { expect, it } from "vitest";
import { sortCanonically } from "./canonical-order.ts";
import { arbitraryAction, start } from "./testing/arbitrary-action.ts";
import { observeAll } from "./testing/observe-all.ts";

/** The definition: three comparisons. */
function sortSlowly(actions: readonly Action[]): readonly string[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return actions
    .toSorted((a, b) => a.at - b.at || compare(a.account, b.account) || compare(a.id, b.id))
    .map(({ at, account, id }) => `${at} ${account} ${id}`);
}

function sortFast(actions: readonly Action[]): readonly string[] {
  const rows = sortCanonically(observeAll(actions), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return Array.from(rows, (row) => `${actions[row].at} ${actions[row].account} ${actions[row].id}`);
}

it("sortCanonically() orders by time, account and id", () => {
  const later = arbitraryAction.map((action) => ({ ...action, at: action.at * 37 + 0.25 }));
  const mixed = fc.array(fc.oneof(arbitraryAction, later), { maxLength: 60 });
  fc.assert(
    fc.property(mixed, (actions) => {
      expect(sortFast(actions)).toEqual(sortSlowly(actions));
    }),
    { seed: 5, numRuns: 200 },
  );
});

it("sortCanonically() orders many actions of one moment", () => {
  const actions = Array.from({ length: 500 }, (_, i) => ({
    id: `${(i * 31) % 500}`,
    at: start + (i % 2),
    account: `a${(i * 17) % 50}`,
    kind: "post" as const,
    objects: [],
  }));
  expect(sortFast(actions)).toEqual(sortSlowly(actions));
});

it("sortCanonically() takes what lies after `from` and not after `to`", () => {
  const actions = [3, 1, 2, 4].map((at) => ({ id: `${at}`, at, account: "a", kind: "post" as const, objects: [] }));
  expect([...sortCanonically(observeAll(actions), 1, 3)]).toEqual([2, 0]);
});
