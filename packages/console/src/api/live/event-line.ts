import { noticeKindNames, noticeMessage, streamEvents, type NoticeMessage } from "@breakwater/contract";
import type { LineState } from "./line-state.ts";

export type EventLine = { readonly close: () => void };

export type EventLineOptions = {
  readonly onNotice: (notice: NoticeMessage) => void;
  /** What happened meanwhile is not all to be had: everything may be old. */
  readonly onGap: () => void;
  readonly onState: (state: LineState) => void;
};

const againMs = { first: 1000, most: 30_000 } as const;

/**
 * The service's event stream. The browser resumes it behind the last event by itself; where the service refuses that (what came between is
 * forgotten, the session is over, too many streams are open), a new one begins without a place, and a gap is told.
 */
export function openEventLine({ onNotice, onGap, onState }: EventLineOptions): EventLine {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs: number = againMs.first;

  const open = (isFirst: boolean): void => {
    onState("connecting");
    const opened = new EventSource(streamEvents.path);
    source = opened;
    opened.addEventListener("open", () => {
      if (!isFirst) onGap();
      isFirst = true;
      waitMs = againMs.first;
      onState("open");
    });
    opened.addEventListener("error", () => {
      onState("lost");
      if (opened.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => open(false), waitMs);
      waitMs = Math.min(waitMs * 2, againMs.most);
    });
    for (const kind of noticeKindNames) opened.addEventListener(kind, hear);
  };

  const hear = ({ data }: MessageEvent): void => {
    const notice = parseNotice(String(data));
    if (notice !== null) onNotice(notice);
  };

  open(true);
  return {
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}

function parseNotice(text: string): NoticeMessage | null {
  try {
    return noticeMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
