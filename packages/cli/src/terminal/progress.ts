import { say } from "../words/catalogue.ts";
import { toGrouped, type Lang } from "../words/phrase.ts";
import { toDuration } from "../words/values.ts";
import type { Terminal } from "./terminal.ts";

const repaintMs = 120;
/** A rate measured over less than this says nothing about the time left. */
const settleMs = 1000;

/** One line on the terminal that is written over. Silent where nobody watches. */
export interface Progress {
  /** `bytes` of `bytesAll` were read; null where the whole is not known. */
  reading(bytes: number, bytesAll: number | null, rows: number): void;
  judging(actions: number): void;
  writing(): void;
  done(): void;
}

export function createProgress(terminal: Terminal, lang: Lang, isQuiet: boolean): Progress {
  const startedAt = performance.now();
  let paintedAt = Number.NEGATIVE_INFINITY;
  const paint = (line: string) => {
    if (terminal.isWatched && !isQuiet) terminal.err(`\r\u001B[K${line}`);
  };
  return {
    reading: (bytes, bytesAll, rows) => {
      const now = performance.now();
      if (now - paintedAt < repaintMs) return;
      paintedAt = now;
      paint(toReadingLine({ bytes, bytesAll, rows, elapsedMs: now - startedAt, lang }));
    },
    judging: (actions) => paint(say("progress_judge", { n: actions })[lang]),
    writing: () => paint(say("progress_write")[lang]),
    done: () => paint(""),
  };
}

export function toReadingLine(state: {
  readonly bytes: number;
  readonly bytesAll: number | null;
  readonly rows: number;
  readonly elapsedMs: number;
  readonly lang: Lang;
}): string {
  const { bytes, bytesAll, rows, elapsedMs, lang } = state;
  const share = bytesAll === null || bytesAll === 0 ? null : Math.min(1, bytes / bytesAll);
  const done = share === null ? `${toGrouped(Math.round(bytes / 1e6))} MB` : `${Math.floor(share * 100)}%`;
  const rate = Math.round((rows / Math.max(1, elapsedMs)) * 1000);
  const isSettled = share !== null && share > 0 && elapsedMs > settleMs;
  const left = isSettled
    ? say("progress_left", { time: toDuration(Math.ceil(((1 - share) / share) * (elapsedMs / 1000)) * 1000) })
    : "";
  return say("progress_read", { done, rate, left })[lang];
}
