import { describe, expect, it } from "vitest";
import { ClockMeter } from "./clock.ts";

const dayMs = 86_400_000;

function measure(count: number, at: (i: number) => number, offsetMs = 0): string {
  const meter = new ClockMeter();
  for (let i = 0; i < count; i++) meter.add(at(i), offsetMs);
  return meter.resolution().name;
}

describe("ClockMeter", () => {
  it.each([
    ["millisecond", (i: number) => i * 7919],
    ["second", (i: number) => i * 7919 * 1000],
    ["minute", (i: number) => i * 7919 * 60_000],
    ["15 minutes", (i: number) => i * 900_000],
    ["hour", (i: number) => i * 3_600_000 * 7],
    ["day", (i: number) => i * dayMs],
    ["minute", (i: number) => (i % 2 ? i * 7919 * 1000 : i * 7919 * 60_000)], // half of them floored
  ])("measures a clock of one %s", (name, at) => {
    expect(measure(1000, at)).toBe(name);
  });

  it("sees local days as days", () => {
    const zoneMs = 8 * 3_600_000;
    expect(measure(100, (i) => i * dayMs - zoneMs, zoneMs)).toBe("day");
    expect(measure(100, (i) => i * dayMs - zoneMs)).toBe("hour");
  });
});
