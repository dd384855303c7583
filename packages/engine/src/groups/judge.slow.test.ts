import type { Action } from "@breakwater/records";
import { expect, it } from "vitest";
import { defaultOptions } from "../contract/options.ts";
import { createDetector } from "../detector.ts";
import { createRandom } from "../math/random.ts";

const hotRows = 200_000;
const secondsMax = 120;

/** Everybody reposts one post within a day, and one of a thousand others at another time. */
function makeHot(): readonly Action[] {
  const random = createRandom(1);
  const repost = (id: string, account: number, post: string): Action => ({
    id,
    at: 1_700_000_000_000 + Math.floor(random() * 86_400) * 1000,
    account: `a${account}`,
    kind: "repost",
    objects: [{ kind: "post", id: post }],
  });
  return Array.from({ length: hotRows }, (_, i) => [
    repost(`h${i}`, i, "hot"),
    repost(`o${i}`, i, `p${Math.floor(random() * 1000)}`),
  ]).flat();
}

it(
  "judge() ends in time on an object that 200,000 accounts touched, and holds nobody",
  () => {
    const detector = createDetector({ ...defaultOptions, selection: { kind: "none" } });
    detector.push(makeHot());
    const [findings] = detector.advance(Number.POSITIVE_INFINITY);
    expect(findings.population.actions).toBe(2 * hotRows);
    expect(findings.population.layers.find((one) => one.layer === "repost")?.rows).toBe(2 * hotRows);
    expect(findings.groups).toEqual([]);
  },
  secondsMax * 1000,
);
