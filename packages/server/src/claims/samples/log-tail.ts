import type { ActionLogReader } from "../../actions/action-log.ts";
import type { DoorSamples } from "./door-samples.ts";

export type LogTail = {
  /** Takes in what was appended since, in turns of a few milliseconds. Several calls at once are one. */
  readonly catchUp: () => Promise<void>;
  /** Records that were passed over because too many came at once: samples counted fewer posts than there were. */
  readonly skipped: () => number;
};

/** Records of one turn: at most about 8 ms of new texts. */
const recordsPerTurn = 200;

/**
 * Lets the samples at the door hear of what comes in beside checks: posts, edits and deletions, in the order of the action log. `from`: the newest
 * offset that the samples know. Where more than `behindMax` records wait, the oldest of them are passed over and counted, because a
 * check that waits is worse than a count that is too small. Offsets have gaps, so `behindMax` is an upper bound of records.
 */
export function createLogTail({
  reader,
  samples,
  from,
  behindMax = 20_000,
}: {
  readonly reader: Pick<ActionLogReader, "read" | "latest">;
  readonly samples: DoorSamples;
  readonly from: number;
  readonly behindMax?: number;
}): LogTail {
  let offset = from;
  let skipped = 0;
  let running: Promise<void> | null = null;
  let isAsked = false;

  async function takeTurn(): Promise<boolean> {
    const behind = (await reader.latest()) - offset;
    if (behind > behindMax) {
      skipped += behind - behindMax;
      offset += behind - behindMax;
    }
    const records = await reader.read(offset, recordsPerTurn);
    for (const record of records) samples.follow(record);
    offset = records.at(-1)?.offset ?? offset;
    return records.length > 0;
  }

  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      while (await takeTurn()) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    catchUp: () => {
      isAsked = true;
      running ??= run().finally(() => (running = null));
      return running;
    },
    skipped: () => skipped,
  };
}
