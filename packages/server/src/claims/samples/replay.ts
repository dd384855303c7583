import type { DoorSamples, SampleRecord } from "./door-samples.ts";

/**
 * Rebuilds the samples from the newest records of the action log, ascending. Stops where the clock says that `msMax` have passed, and answers how many
 * records it took: the service starts without the rest, which only makes counts smaller for a while.
 */
export function replay(
  samples: DoorSamples,
  records: Iterable<SampleRecord>,
  { now, msMax = 3000 }: { readonly now: () => number; readonly msMax?: number },
): number {
  const end = now() + msMax;
  let taken = 0;
  for (const record of records) {
    if (taken % 256 === 0 && now() > end) break;
    samples.follow(record);
    taken += 1;
  }
  return taken;
}
