import { describe, expect, it } from "vitest";
import { measureClock } from "./clock.ts";

const stamps = (step: number, count = 1000): number[] =>
  Array.from({ length: count }, (_, i) => 1_600_000_000_000 - (1_600_000_000_000 % step) + step * ((i * 7919) % 4001));

describe("measureClock()", () => {
  it.each([
    ["day", stamps(86_400_000)],
    // Midnight in Shanghai is 16:00 UTC.
    ["day", stamps(86_400_000).map((t) => t - 8 * 3_600_000)],
    ["hour", stamps(3_600_000)],
    ["minute", stamps(60_000)],
    ["second", stamps(1000)],
    ["millisecond", stamps(1)],
    // One stray stamp in two thousand does not make the clock finer; two per cent do.
    ["minute", [...stamps(60_000, 2000), 1_600_000_000_123]],
    ["millisecond", [...stamps(60_000, 98), 1_600_000_000_123, 1_600_000_000_457]],
    // Too few stamps to believe in a minute clock.
    ["second", stamps(60_000, 3)],
    ["millisecond", []],
  ])("reads a %s clock", (name, at) => {
    expect(measureClock(Float64Array.from(at)).name).toBe(name);
  });
});
