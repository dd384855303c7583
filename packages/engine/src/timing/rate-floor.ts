import { createDistinctCount } from "./distinct-count.ts";
import { createRecentMedian } from "./recent-median.ts";

/**
 * A floor under the background of one window length: the median of all that came, flagged or not. The background
 * learns from what was not flagged, so a stream that is busier than it believes (a start, a morning) would be
 * flagged for ever and never be learned; the median moves once half of the recent slots are busy, and a wave in
 * fewer leaves it where it was. Of many short slots ever fewer are looked at, so that memory stays small.
 */
export interface RateFloor {
  add(at: number, account: number, source: number): void;
  /** Whether a median stands behind the floor. */
  readonly isReady: boolean;
  /** Distinct accounts that a window may be expected to hold. */
  getMean(): number;
}

const slotsMin = 4;
const slotsMax = 48;

export function createRateFloor(options: {
  readonly slotMs: number;
  readonly horizonMs: number;
  /** Added to the time watched while there are too few slots for a median. */
  readonly priorMs: number;
}): RateFloor {
  const { slotMs, horizonMs, priorMs } = options;
  const slots = Math.max(8, Math.min(slotsMax, Math.floor(horizonMs / slotMs)));
  const strideMax = Math.max(1, Math.floor(horizonMs / slotMs / slots));
  let stride = 1;
  const recent = createRecentMedian(slots);
  const accountsInSlot = createDistinctCount();
  const sourcesInSlot = createDistinctCount();
  let slot = Number.NaN;
  let startedAt = 0;
  let now = 0;
  let count = 0;

  const close = (next: number): void => {
    if (slot % stride === 0) recent.push(accountsInSlot.size + sourcesInSlot.size);
    // Slots in which nothing came.
    const empty = Math.floor((next - 1) / stride) - Math.floor(slot / stride);
    for (let i = 0; i < Math.min(empty, slots); i += 1) recent.push(0);
    if (recent.count < slots || stride >= strideMax) return;
    stride *= 2;
    recent.thin();
  };

  return {
    add(at, account, source) {
      const here = Math.floor(at / slotMs);
      if (Number.isNaN(slot)) startedAt = at;
      else if (here !== slot) close(here);
      if (here !== slot) {
        slot = here;
        accountsInSlot.clear();
        sourcesInSlot.clear();
      }
      if (source < 0 ? accountsInSlot.add(account) : sourcesInSlot.add(source)) count += 1;
      now = at;
    },
    get isReady() {
      return recent.count >= slotsMin;
    },
    // Too young for a median, a stream is believed to have come evenly.
    getMean: () => (recent.count < slotsMin ? ((count + 1) * slotMs) / (now - startedAt + priorMs) : recent.get()),
  };
}
