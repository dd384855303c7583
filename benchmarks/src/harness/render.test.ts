import { expect, it } from "vitest";
import { atLeast, atMost, isReached, type Measurement } from "./benchmark.ts";
import { formatNumber, renderResults } from "./render.ts";

const base = { table: "Power", data: "weibo, B", seed: "1", interval: null };
const measurements: readonly Measurement[] = [
  { ...base, what: "60 s, 50%", metric: "recall", value: 0.99, interval: [0.97, 1], target: atLeast(0.98) },
  { ...base, what: "60 s, 50%", metric: "false", value: 3, target: atMost(0), beside: "rule: 5" },
  { ...base, what: "6 h, 50%", metric: "recall", value: Number.NaN },
];
const environment = { commit: "abc", node: "v24", cpu: "a cpu", cores: 2 };

it("isReached() judges by the target's side, and refuses NaN", () => {
  expect(measurements.map(isReached)).toEqual([true, false, null]);
  expect(isReached({ ...base, what: "", metric: "", value: Number.NaN, target: atMost(1) })).toBe(false);
});

it("renderResults() gives a case one line with its targets and what was missed", () => {
  const rows = measurements.map((row) => ({ ...row, reached: isReached(row), ...environment }));
  const file = { name: "power", title: "Power", method: "Injected.", quick: false, seconds: 3, rows };
  const page = renderResults([file], {
    notes: new Map([["power", "Tried a smaller window."]]),
    pictures: ["power-size.svg", "speed.svg"],
  });
  expect(page).toContain(
    "| 60 s, 50% | 0.990 [0.970, 1] | 3 | recall ≥ 0.980, false ≤ 0 | **no** (false) | rule: 5 | weibo, B; 1 |",
  );
  expect(page).toContain("| 6 h, 50% | – |  |  |  |  | weibo, B; 1 |");
  expect(page).toContain("| [Power](#power) | 1 of 2 | full run |");
  expect(page).toContain("Tried a smaller window.");
  expect(page).toContain("![power-size](power-size.svg)");
  expect(page).not.toContain("speed.svg");
});

it.each([
  [0.12345, "0.123"],
  [0.00123, "0.0012"],
  [12.34, "12.3"],
  [351_250, "351,250"],
  [null, "–"],
])("formatNumber(%s) is %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
