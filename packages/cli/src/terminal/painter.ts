import type { Terminal } from "./terminal.ts";

const repaintMs = 120;

/** One line on the terminal that is written over. Silent where nobody watches. */
export interface Painter {
  /** Paints at most some times a second; `line` is only asked for then. */
  paint(line: () => string): void;
  /** Before something that takes long. */
  paintNow(line: string): void;
  done(): void;
}

export function createPainter(terminal: Terminal, isQuiet: boolean): Painter {
  const isSilent = isQuiet || !terminal.isWatched;
  let paintedAt = Number.NEGATIVE_INFINITY;
  const put = (line: string) => {
    if (!isSilent) terminal.err(`\r\u001B[K${line}`);
  };
  return {
    paint: (line) => {
      const now = performance.now();
      if (isSilent || now - paintedAt < repaintMs) return;
      paintedAt = now;
      put(line());
    },
    paintNow: put,
    done: () => put(""),
  };
}
