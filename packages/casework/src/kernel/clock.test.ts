import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pauseClock, readClock, resumeClock, startClock, stopClock } from "./clock.ts";

describe("clocks", () => {
  it("CW-10 stands still while paused, and tells the paused time apart", () => {
    let clock = startClock(0, 100);
    clock = pauseClock(clock, 30, "hearing");
    expect(readClock(clock, 90)).toEqual({ runMs: 30, pausedMs: 60, dueAt: null, isOverdue: false });
    clock = resumeClock(clock, 90);
    expect(readClock(clock, 100)).toEqual({ runMs: 40, pausedMs: 60, dueAt: 160, isOverdue: false });
    expect(readClock(clock, 161).isOverdue).toBe(true);
    expect(readClock(stopClock(clock, 150), 900)).toEqual({ runMs: 90, pausedMs: 60, dueAt: null, isOverdue: false });
  });

  it("CW-10 a clock without a limit is measured and never overdue", () => {
    expect(readClock(startClock(0, null), 1e12)).toEqual({ runMs: 1e12, pausedMs: 0, dueAt: null, isOverdue: false });
  });

  it("CW-10 run and paused time add up to the time that passed, however often it is paused", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 20 }), (steps) => {
        let at = 0;
        let clock = startClock(0, 5000);
        steps.forEach((step, index) => {
          at += step;
          clock = index % 2 === 0 ? pauseClock(clock, at, "waiting_partner") : resumeClock(clock, at);
        });
        const { runMs, pausedMs } = readClock(clock, at + 7);
        expect(runMs + pausedMs).toBe(at + 7);
        const running = steps.filter((_, index) => index % 2 === 0).reduce((sum, step) => sum + step, 0);
        expect(runMs).toBe(running + (steps.length % 2 === 0 ? 7 : 0));
      }),
      { seed: 10 },
    );
  });
});
