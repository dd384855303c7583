import type { Timeline } from "../contract/findings.ts";
import type { InStepObject } from "./in-step-objects.ts";

const steps = 96;

/**
 * The group's actions in step over time, beside what the objects' own rhythm expects of as many: each object spreads
 * its members' actions like all of its rows. Cost: rows of the objects.
 */
export function drawTimeline(objects: readonly InStepObject[], tickMs: number): Timeline {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const object of objects) {
    from = Math.min(from, object.layer.at[object.rows[0]]);
    to = Math.max(to, object.layer.at[object.rows[object.rows.length - 1]]);
  }
  const stepMs = Math.max(tickMs, Math.ceil((to - from + 1) / steps));
  const count = Math.max(1, Math.ceil((to - from + 1) / stepMs));
  const observed = Array.from({ length: count }, () => 0);
  const expected = Array.from({ length: count }, () => 0);
  for (const object of objects) {
    const { at, start } = object.layer;
    for (const row of object.rows) observed[Math.floor((at[row] - from) / stepMs)] += 1;
    const share = object.rows.length / (start[object.object + 1] - start[object.object]);
    for (let row = start[object.object]; row < start[object.object + 1]; row += 1) {
      if (at[row] >= from && at[row] <= to) expected[Math.floor((at[row] - from) / stepMs)] += share;
    }
  }
  return { from, stepMs, observed, expected: expected.map((value) => Math.round(value * 1000) / 1000) };
}
