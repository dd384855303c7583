import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";

export type SignallingOutbox = {
  /** To be given to all who append. */
  readonly outbox: Outbox;
  /** Called after each commit that brought notices: whoever delivers them wakes up. */
  readonly onNotices: (listener: () => void) => void;
};

/**
 * An outbox that says when there is something new in it. Most commits bring nothing, and a reader that asked after each would commit
 * by asking, and so ask for ever. May be called once too often, where a unit that appended was undone.
 */
export function createSignallingOutbox(outbox: Outbox, transactor: Transactor): SignallingOutbox {
  const listeners: (() => void)[] = [];
  let hasAppended = false;
  transactor.onCommit(() => {
    if (!hasAppended) return;
    hasAppended = false;
    for (const listener of listeners) listener();
  });
  return {
    outbox: {
      append: (kind, data, at) => {
        hasAppended = true;
        return outbox.append(kind, data, at);
      },
      readAfter: (sequence, limit) => outbox.readAfter(sequence, limit),
      first: () => outbox.first(),
      latest: () => outbox.latest(),
      deleteBefore: (at) => outbox.deleteBefore(at),
    },
    onNotices: (listener) => {
      listeners.push(listener);
    },
  };
}
