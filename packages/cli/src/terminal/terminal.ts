/** Where a command speaks. Tests hand in one that remembers. */
export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Errors and progress. */
  err(text: string): void;
  /** Whether progress would be seen. */
  readonly isWatched: boolean;
  /** `LC_ALL`, `LANG` and the like. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. A reader that goes away (`| head`) ends the command in silence. */
export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isWatched: process.stderr.isTTY,
    env: process.env,
  };
}
