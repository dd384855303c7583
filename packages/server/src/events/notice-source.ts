import type { Notice, Outbox } from "../state/outbox.ts";

/** The outbox for those who only read it, in any thread. Plain data. */
export interface NoticeSource {
  readAfter(sequence: number, limit: number): Promise<readonly Notice[]>;
  /** The first that is still kept (or the next to come), and the newest. */
  range(): Promise<{ readonly first: number; readonly latest: number }>;
}

/**
 * `committed` must show nothing but what was committed, such as an outbox on a connection of its own: a notice that is sent and then undone
 * has told of what never happened, and its sequence is given again.
 */
export function createNoticeSource(committed: Pick<Outbox, "readAfter" | "first" | "latest">): NoticeSource {
  return {
    readAfter: (sequence, limit) => committed.readAfter(sequence, limit),
    range: async () => {
      // In this order: what is pruned in between makes the range smaller than it was, never larger.
      const first = await committed.first();
      return { first, latest: await committed.latest() };
    },
  };
}
