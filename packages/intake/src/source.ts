import { createReadStream, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { IntakeError } from "./intake-error.ts";

/** Somewhere that actions come from. `bytes` is the size as stored, null where it cannot be known. */
export type Source = {
  readonly name: string;
  readonly bytes: number | null;
  /** Set where the bytes can be read at random, which Parquet wants. */
  readonly path?: string;
  open(): Readable;
};

/** A file on disk. Throws `IntakeError` where there is no readable file. */
export function fileSource(path: string): Source {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new IntakeError("unreadable_source", `There is no file ${path}; check the path.`);
  if (stats.isDirectory()) {
    throw new IntakeError("unreadable_source", `${path} is a folder; name the files in it.`);
  }
  return {
    name: path,
    bytes: stats.isFile() ? stats.size : null,
    ...(stats.isFile() ? { path } : {}),
    open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
  };
}

/** The standard input, to be opened once. */
export function stdinSource(): Source {
  return { name: "stdin", bytes: null, open: () => process.stdin };
}
