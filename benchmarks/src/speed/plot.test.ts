import { describe, expect, it } from "vitest";
import { fitExponent, renderPlot } from "./plot.ts";

const linear = { name: "linear", points: [1, 10, 100].map((x) => [x, 3 * x] as const) };
const quadratic = { name: "quadratic", points: [1, 10, 100].map((x) => [x, x * x] as const) };

describe("fitExponent()", () => {
  it.each([
    [linear, 1],
    [quadratic, 2],
  ])("$name", (line, exponent) => {
    expect(fitExponent(line.points)).toBeCloseTo(exponent, 9);
  });
});

it("renderPlot() draws every point and names every line", () => {
  const svg = renderPlot([linear, quadratic], { x: "actions", y: "seconds" });
  expect(svg.match(/<circle/g)).toHaveLength(6);
  expect(svg).toContain(">linear</text>");
  expect(svg).toContain(">quadratic</text>");
  expect(svg).not.toContain("NaN");
});
