import type { Notice, Outbox } from "../state/outbox.ts";

const pumpMax = 1000;

export type NoticePump = {
  /** Says that something may have been committed. */
  readonly pump: () => void;
  readonly onNotice: (listener: (notice: Notice) => void) => void;
};

/** Reads what was committed behind `from` and hands it on, each notice once, in order. `outbox` must see only what is committed. */
export function createNoticePump(
  outbox: Pick<Outbox, "readAfter">,
  { from, onFailure }: { readonly from: number; readonly onFailure: (error: unknown) => void },
): NoticePump {
  const listeners: ((notice: Notice) => void)[] = [];
  let after = from;
  let isPumping = false;
  let isAsked = false;
  const pump = (): void => {
    isAsked = true;
    if (isPumping) return;
    isPumping = true;
    void drain().catch(onFailure);
  };
  const drain = async (): Promise<void> => {
    try {
      while (isAsked) {
        isAsked = false;
        for (;;) {
          const notices = await outbox.readAfter(after, pumpMax);
          for (const notice of notices) {
            after = notice.sequence;
            for (const listener of listeners) listener(notice);
          }
          if (notices.length < pumpMax) break;
        }
      }
    } finally {
      // At once, not a turn later: whoever asks in between would be heard by nobody.
      isPumping = false;
    }
  };
  return { pump, onNotice: (listener: (notice: Notice) => void) => void listeners.push(listener) };
}
