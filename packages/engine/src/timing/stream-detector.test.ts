import { describe, expect, it } from "vitest";
import { createRandom } from "../math/random.ts";
import { createStreamDetector } from "./stream-detector.ts";

type Step = { readonly at: number; readonly account: number; readonly source: number };

const hour = 3_600_000;
const random = createRandom(31);
/** Reposts of many objects, one every three seconds; a few plain posts; and forty of them in ten seconds at hour 20. */
const reposts: readonly Step[] = Array.from({ length: 26_000 }, (_, i) => ({
  at: i * 3000 + Math.floor(random() * 3000),
  account: 1000 + i,
  source: Math.floor(random() * 400),
}));
const plain: readonly Step[] = Array.from({ length: 900 }, (_, i) => ({
  at: i * 90_000,
  account: 50_000 + i,
  source: -1,
}));
const wave: readonly Step[] = Array.from({ length: 40 }, (_, i) => ({
  at: 20 * hour + i * 250,
  account: i,
  source: -1,
}));

describe("createStreamDetector()", () => {
  it("sees a plain wave within its first posts under busy reposts, and flags nothing twice", () => {
    const steps = [...reposts, ...plain, ...wave].sort((a, b) => a.at - b.at || a.account - b.account);
    const detector = createStreamDetector();
    const flagged: Step[] = [];
    let firstAt = Number.POSITIVE_INFINITY;
    for (const step of steps) {
      const alert = detector.push(step.at, step.account, step.source);
      for (const push of alert?.flagged ?? []) {
        flagged.push(steps[push]);
        firstAt = Math.min(firstAt, step.at);
      }
    }
    expect(firstAt - 20 * hour).toBeLessThanOrEqual(1250);
    expect(new Set(flagged).size).toBe(flagged.length);
    expect(flagged.filter((step) => step.account < 1000)).toHaveLength(40);
    expect(flagged.length).toBeLessThanOrEqual(50);
  });
});
