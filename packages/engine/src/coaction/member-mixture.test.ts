import fc from "fast-check";
import { expect, it } from "vitest";
import { estimateMembers, ratiosOfPatterns } from "./member-mixture.ts";
import { estimateMembersSlowly, logRatioSlowly } from "./member-mixture.reference.ts";
import { createTouchGatherer } from "./touch-pool.ts";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const kinds = fc.array(fc.record({ isIn: fc.boolean(), rate: share, weight: share }), { minLength: 1, maxLength: 20 });
const touches = fc.array(fc.tuple(fc.nat(60), fc.nat(19)), { maxLength: 200 });

it("estimateMembers() finds what the slow reference finds, to the bit", () => {
  fc.assert(
    fc.property(kinds, touches, (kindsOfAll, all) => {
      const gatherer = createTouchGatherer();
      const numbers = kindsOfAll.map((kind) => gatherer.addKind(kind));
      const slow = new Map<number, (typeof kindsOfAll)[number][]>();
      all.forEach(([account, which], row) => {
        const kind = which % numbers.length;
        gatherer.add(account, row, numbers[kind]);
        slow.set(account, [...(slow.get(account) ?? []), kindsOfAll[kind]]);
      });
      const pool = gatherer.gather();
      const [found, expected] = [estimateMembers(pool), estimateMembersSlowly([...slow.values()])];
      expect(found.inWindow).toBe(expected.inWindow);
      for (let touched = 1; touched <= 14; touched += 1) {
        expect(found.shareOf(touched)).toBe(expected.shareOf(touched));
      }
      expect([...pool.account]).toEqual([...slow.keys()]);
      const ratios = ratiosOfPatterns(pool, found.inWindow);
      expect(Array.from(pool.patternOf, (pattern) => ratios[pattern])).toEqual(
        [...slow.values()].map((one) => logRatioSlowly(one, expected.inWindow)),
      );
    }),
    { seed: 20_261_126, numRuns: 200 },
  );
});
