import type { Notice, Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";

/** The outbox for those who only read it. Each call is a unit of work: what was not committed is never seen. Plain data. */
export interface NoticeSource {
  readAfter(sequence: number, limit: number): Promise<readonly Notice[]>;
  /** The first that is still kept (or the next to come), and the newest. */
  range(): Promise<{ readonly first: number; readonly latest: number }>;
}

export function createNoticeSource(transactor: Transactor, outbox: Outbox): NoticeSource {
  return {
    readAfter: (sequence, limit) => transactor.run(() => outbox.readAfter(sequence, limit)),
    range: () => transactor.run(async () => ({ first: await outbox.first(), latest: await outbox.latest() })),
  };
}
