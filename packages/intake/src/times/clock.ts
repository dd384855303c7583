/** The finest step that the input's times really take. No window finer than it means anything. */
export type ClockResolution = { readonly name: string; readonly tickMs: number };

const steps: readonly ClockResolution[] = [
  { name: "millisecond", tickMs: 1 },
  { name: "second", tickMs: 1000 },
  { name: "minute", tickMs: 60_000 },
  { name: "5 minutes", tickMs: 300_000 },
  { name: "10 minutes", tickMs: 600_000 },
  { name: "15 minutes", tickMs: 900_000 },
  { name: "hour", tickMs: 3_600_000 },
  { name: "day", tickMs: 86_400_000 },
];
const finest = steps[0] as ClockResolution;
const secondMs = 1000;
const minuteMs = 60_000;

/**
 * Measures the clock of the times that it is shown: the coarsest step on whose grid at least half of them lie. Half, and
 * not all: where every second row was floored to the minute, rows that agree to the second agree by the flooring.
 * Cost: constant per time.
 */
export class ClockMeter {
  readonly #onGrid: Float64Array = new Float64Array(steps.length);
  #count = 0;

  /** `offsetMs` is the zone that the time was written in, so that local days are seen as days. */
  add(at: number, offsetMs: number): void {
    this.#count++;
    if (at % secondMs !== 0) return;
    this.#bump(1);
    if (at % minuteMs !== 0) return;
    this.#bump(2);
    const local = at + offsetMs;
    for (let i = 3; i < steps.length; i++) {
      if (local % (steps[i]?.tickMs ?? 1) === 0) this.#bump(i);
    }
  }

  resolution(): ClockResolution {
    const half = this.#count / 2;
    if (this.#count === 0) return finest;
    return steps.findLast((_, i) => (this.#onGrid[i] ?? 0) >= half) ?? finest;
  }

  #bump(step: number): void {
    this.#onGrid[step] = (this.#onGrid[step] ?? 0) + 1;
  }
}
