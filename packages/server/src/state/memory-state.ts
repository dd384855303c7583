import type { Notice, Outbox } from "./outbox.ts";
import type { Transactor } from "./transactor.ts";

/** Units of work one after the other, without a way back: for tests of what never fails half-way. */
export function createMemoryTransactor(): Transactor {
  const listeners: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done.then((result) => {
        for (const listener of listeners) listener();
        return result;
      });
    },
    onCommit: (listener) => {
      listeners.push(listener);
    },
  };
}

export function createMemoryOutbox(): Outbox {
  let notices: Notice[] = [];
  let latest = 0;
  return {
    append: async (kind, data, at) => {
      latest += 1;
      const notice = { sequence: latest, at, kind, data: structuredClone(data) };
      notices.push(notice);
      return notice;
    },
    readAfter: async (sequence, limit) => notices.filter((notice) => notice.sequence > sequence).slice(0, limit),
    first: async () => notices[0]?.sequence ?? latest + 1,
    latest: async () => latest,
    deleteBefore: async (at) => {
      const before = notices.length;
      notices = notices.filter((notice) => notice.at >= at);
      return before - notices.length;
    },
  };
}
