import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryLayer } from "../coaction/testing/build-layer.ts";
import { drawTimeline } from "./timeline.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it("drawTimeline() counts every action in step once, spreads as many as expected, and keeps to the clock", () => {
  const layers = arbitraryLayer({ accounts: 20, objects: 5, rows: 20, lastAt: 5000 });
  fc.assert(
    fc.property(
      layers.filter((layer) => layer.objectCount > 0),
      fc.integer({ min: 1, max: 100 }),
      (layer, tickMs) => {
        const whole = Array.from({ length: layer.objectCount }, (_, object) => ({
          layer,
          object,
          rows: Array.from(
            { length: layer.start[object + 1] - layer.start[object] },
            (__, i) => layer.start[object] + i,
          ),
        }));
        const drawn = drawTimeline(whole, tickMs);
        expect(sum(drawn.observed)).toBe(layer.at.length);
        expect(drawn.from).toBe(Math.min(...layer.at));
        expect(drawn.stepMs).toBeGreaterThanOrEqual(tickMs);
        expect(drawn.observed.length).toBeLessThanOrEqual(96);
        // Where everybody on the objects is in step, what is observed is what is expected.
        drawn.expected.forEach((value, i) => expect(value).toBeCloseTo(drawn.observed[i], 2));
        const first = whole.map((object) => ({ ...object, rows: object.rows.slice(0, 1) }));
        expect(sum(drawTimeline(first, tickMs).observed)).toBe(layer.objectCount);
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});
