/**
 * A floor under the background: the median of all that came, flagged or not. The background learns from what was
 * not flagged, so a stream that is busier than it believes would be flagged for ever and never be learned; the
 * median moves once half of the slots are busy, and a wave in fewer leaves it where it was.
 */
export interface RateFloor {
  add(at: number, account: number, source: number): void;
  /** Accounts per millisecond. */
  getRate(): number;
}

const slotsMin = 3;

export function createRateFloor(options: {
  readonly slotMs: number;
  readonly slotsMax: number;
  readonly priorMs: number;
}): RateFloor {
  const { slotMs, slotsMax, priorMs } = options;
  const recent: number[] = [];
  const inSlot = new Set<number>();
  let slot = Number.NaN;
  let startedAt = 0;
  let now = 0;
  let count = 0;
  let median = 0;
  const close = (gap: number): void => {
    recent.push(inSlot.size, ...Array.from({ length: Math.min(gap - 1, slotsMax) }, () => 0));
    recent.splice(0, Math.max(0, recent.length - slotsMax));
    const sorted = [...recent].sort((a, b) => a - b);
    median = sorted[sorted.length >> 1] / slotMs;
  };
  return {
    add(at, account, source) {
      const here = Math.floor(at / slotMs);
      if (Number.isNaN(slot)) startedAt = at;
      else if (here !== slot) close(here - slot);
      if (here !== slot) {
        slot = here;
        inSlot.clear();
      }
      const key = source < 0 ? account : -1 - source;
      if (!inSlot.has(key)) count += 1;
      inSlot.add(key);
      now = at;
    },
    // Too young for a median, a stream is believed to have come evenly.
    getRate: () => (recent.length < slotsMin ? (count + 1) / (now - startedAt + priorMs) : median),
  };
}
