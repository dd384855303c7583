import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFrameRing } from "./frame-ring.ts";
import type { Frame } from "./frame.ts";

describe("createFrameRing()", () => {
  it("holds what a list of the newest holds, whatever comes", () => {
    const step = fc.record({
      bytes: fc.nat(60),
      gap: fc.constantFrom(0, 0, 0, 0, 0, 0, 3),
      reset: fc.constantFrom(false, false, false, true),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 9 }), (steps, framesMax) => {
        const limits = { framesMax, bytesMax: 200 };
        const ring = createFrameRing(limits);
        let list: Frame[] = [];
        let latest = 0;
        for (const { bytes, gap, reset } of steps) {
          if (reset) {
            latest += 5;
            ring.reset(latest);
            list = [];
          }
          if (gap > 0) list = [];
          latest += 1 + gap;
          const frame: Frame = { sequence: latest, kind: "lead.opened", bytes: Buffer.alloc(bytes) };
          ring.add(frame);
          list.push(frame);
          const total = (): number => list.reduce((sum, one) => sum + one.bytes.length, 0);
          while (list.length > framesMax || total() > limits.bytesMax) list.shift();
          expect(ring.latest()).toBe(latest);
          expect(ring.first()).toBe(list[0]?.sequence ?? latest + 1);
          for (let sequence = 0; sequence <= latest + 2; sequence++) {
            expect(ring.at(sequence)).toBe(list.find((one) => one.sequence === sequence) ?? null);
          }
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
