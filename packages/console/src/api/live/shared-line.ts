import type { NoticeMessage } from "@breakwater/contract";
import { openEventLine, type EventLine, type EventLineOptions } from "./event-line.ts";
import type { LineState } from "./line-state.ts";

type Word =
  | { readonly kind: "notice"; readonly notice: NoticeMessage }
  | { readonly kind: "gap" }
  | { readonly kind: "state"; readonly state: LineState }
  /** A tab has come and wants to know how the line is. */
  | { readonly kind: "ask" };

const name = "breakwater-events";

/**
 * One event stream for all tabs of the console: browsers open six connections to a server that speaks HTTP/1.1, and people open more tabs
 * than that. The tab that holds the lock reads for all; when it goes, the next one takes over, and tells a gap. Where the browser has no
 * locks (a page without TLS), each tab reads for itself.
 */
export function openSharedLine(options: EventLineOptions): EventLine {
  const { locks } = navigator as Partial<Pick<Navigator, "locks">>;
  if (locks === undefined) return openEventLine(options);
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let line: EventLine | null = null;
  let state: LineState = "connecting";
  const say = (word: Word): void => channel.postMessage(word);

  channel.addEventListener("message", ({ data }: MessageEvent<Word>) => {
    if (data.kind === "ask") {
      if (line !== null) say({ kind: "state", state });
      return;
    }
    if (line !== null) return;
    if (data.kind === "notice") options.onNotice(data.notice);
    else if (data.kind === "gap") options.onGap();
    else options.onState(data.state);
  });
  say({ kind: "ask" });

  const startedAt = performance.now();
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      // Who takes over from another tab does not know where that one was.
      if (performance.now() - startedAt > 1000) options.onGap();
      line = openEventLine({
        onNotice: (notice) => {
          options.onNotice(notice);
          say({ kind: "notice", notice });
        },
        onGap: () => {
          options.onGap();
          say({ kind: "gap" });
        },
        onState: (next) => {
          state = next;
          options.onState(next);
          say({ kind: "state", state: next });
        },
      });
      leaving.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  void locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);

  return {
    close: () => {
      line?.close();
      leaving.abort();
      channel.close();
    },
  };
}
