import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextWatermark, type WatermarkEvent, type WatermarkState } from "./next-watermark.ts";

const options = { epochMs: 100, graceMs: 10, idleMs: 1000 };
const start: WatermarkState = { watermark: 0, maxAt: 0, arrivedAt: 0, writtenAt: 0 };
const arrival = (maxAt: number, now: number): WatermarkEvent => ({ kind: "arrival", maxAt, now });
const tick = (now: number): WatermarkEvent => ({ kind: "tick", now });

function run(events: readonly WatermarkEvent[]): readonly (number | null)[] {
  let state = start;
  return events.map((event) => {
    const step = nextWatermark(state, event, options);
    state = step.state;
    return step.watermark;
  });
}

describe("nextWatermark()", () => {
  it.each<readonly [string, readonly WatermarkEvent[], readonly (number | null)[]]>([
    ["nothing came, nothing ends", [tick(5000)], [null]],
    ["an action behind the grace ends the epoch before it", [arrival(450, 9000), arrival(510, 9100)], [400, 500]],
    ["history that is loaded ends one in an epoch of the clock", [arrival(450, 9000), arrival(910, 9099)], [400, null]],
    ["one within the grace does not", [arrival(450, 9000), arrival(509, 9000)], [400, null]],
    ["an epoch's last moment belongs to it", [arrival(500, 9000), tick(10_000)], [400, 500]],
    ["the clock ends the epoch of a live community", [arrival(1050, 1055), tick(1109), tick(1110)], [1000, null, 1100]],
    [
      "and no epoch without an action",
      [arrival(1050, 1055), tick(1110), tick(1310), tick(1900)],
      [1000, 1100, null, null],
    ],
    ["not where the newest action is older", [arrival(1050, 1215), tick(1220)], [1000, null]],
    [
      "until nothing has arrived for long",
      [arrival(1050, 5000), tick(5999), tick(6000), tick(9000)],
      [1000, null, 1100, null],
    ],
    ["an action of the future ends nothing that the clock has not", [arrival(1250, 1055)], [1000]],
    ["a late action takes nothing back", [arrival(1050, 1111), arrival(800, 1112)], [1100, null]],
    [
      "a clock set back is idle from there",
      [arrival(1050, 5000), tick(2000), tick(2999), tick(3000)],
      [1000, null, null, 1100],
    ],
  ])("%s", (_, events, expected) => {
    expect(run(events)).toEqual(expected);
  });

  it("rises on the grid, to the newest action's epoch and no further, and gets there in the end", () => {
    const at = fc.integer({ min: 1, max: 3000 });
    const event = fc.oneof(
      fc.record({ kind: fc.constant("arrival" as const), maxAt: at, now: at }),
      fc.record({ kind: fc.constant("tick" as const), now: at }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = start;
        const step = (each: WatermarkEvent): void => {
          const { state: next, watermark } = nextWatermark(state, each, options);
          if (watermark !== null) {
            expect(watermark).toBeGreaterThan(state.watermark);
            expect(watermark % options.epochMs).toBe(0);
            expect(watermark - options.epochMs).toBeLessThan(next.maxAt);
            // Only a wait ends what the clock has not left behind.
            if (each.now - next.arrivedAt < options.idleMs) {
              expect(watermark + options.graceMs).toBeLessThanOrEqual(each.now);
            }
          }
          expect(next.watermark).toBe(watermark ?? state.watermark);
          state = next;
        };
        for (const each of events) step(each);
        step(tick(0));
        step(tick(options.idleMs));
        expect(state.watermark).toBe(Math.ceil(state.maxAt / options.epochMs) * options.epochMs);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("is a function of its arguments: states can be kept and gone on with", () => {
    const events = [arrival(1050, 1055), tick(1110), arrival(1190, 1195), tick(1215)];
    const once = run(events);
    let state = start;
    for (const [i, event] of events.entries()) {
      const step = nextWatermark(structuredClone(state), event, options);
      expect(step.watermark).toBe(once[i]);
      state = structuredClone(step.state);
    }
  });
});
