import type { Action } from "@breakwater/records";
import { expect, it } from "vitest";
import type { Detector } from "./contract/detector.ts";
import { defaultOptions, type EngineOptions } from "./contract/options.ts";
import { createDetector, createDetectorWith } from "./detector.ts";
import { communityStart, makeCommunity } from "./groups/testing/community.ts";
import { judge } from "./groups/judge.ts";
import { createRandom } from "./math/random.ts";

const hourMs = 3_600_000;
const options: EngineOptions = {
  ...defaultOptions,
  selection: { kind: "none" },
  epochMs: 2 * hourMs,
  windowMs: 20 * hourMs,
  latenessMs: hourMs,
};

/** Some of the community's reposts say something: what many say with changes, or something of their own. */
function withTexts(actions: readonly Action[]): readonly Action[] {
  const random = createRandom(5);
  const word = (): string => String.fromCharCode(0x4e00 + Math.floor(random() * 600));
  const sayings = Array.from({ length: 12 }, () => Array.from({ length: 40 }, word));
  return actions.map((action) => {
    if (random() < 0.4) return action;
    const saying = sayings[Math.floor(random() * 60)] ?? Array.from({ length: 30 }, word);
    return { ...action, text: saying.map((unit) => (random() < 0.05 ? word() : unit)).join("") };
  });
}

it("finds live, keeping what it can between epochs, what a judgement of each window anew finds", () => {
  const kept = createDetector(options);
  const anew = createDetectorWith((table, given) => judge(table, given), options);
  const both = (work: (detector: Detector) => void): void => [kept, anew].forEach(work);
  const actions = withTexts(makeCommunity({ seed: 3, army: 12, targets: 8, isFarm: true, tickMs: 1000 }));
  const random = createRandom(9);
  // Some come late, within what is allowed.
  const arriving = actions
    .map((action) => ({ action, at: action.at + (random() < 0.1 ? random() * 0.9 * hourMs : 0) }))
    .toSorted((a, b) => a.at - b.at);
  let next = 0;
  let judged = 0;
  for (let now = communityStart; now < communityStart + 90 * hourMs; now += hourMs / 2) {
    const come: Action[] = [];
    for (; next < arriving.length && arriving[next].at <= now; next += 1) come.push(arriving[next].action);
    const gone = new Set(actions.filter(({ at }) => at <= now && random() < 0.002).map(({ id }) => id));
    const edited = actions
      .filter(({ at }) => at <= now && random() < 0.002)
      .map((action) => ({ ...action, text: "改了" }));
    const findings: string[] = [];
    both((detector) => {
      detector.push(come);
      detector.forget(gone);
      detector.amend(edited);
      const found = detector.advance(now);
      judged += found.length;
      findings.push(JSON.stringify(found));
    });
    expect(findings[0]).toBe(findings[1]);
    expect(Buffer.compare(kept.snapshot(), anew.snapshot())).toBe(0);
  }
  expect(judged).toBeGreaterThan(60);
});
