import { accessSync, closeSync, constants, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { writeSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

const bufferChars = 1 << 16;

/**
 * A folder that is filled beside what stands in it: every file is written under another name, and `finish` puts all in
 * place at once, one rename each. Throws `CliError` where the folder cannot be written.
 */
export interface OutFolder {
  write(name: string, text: string): void;
  /** Adds to a file that is too long to be held, such as the rejected rows. */
  append(name: string, text: string): void;
  /** Puts the files in place and takes away those of `stale` that were not written this time. */
  finish(stale: readonly string[]): void;
  /** Takes back what was written. */
  abandon(): void;
}

type Growing = { readonly file: number; buffer: string };

export function openOutFolder(path: string): OutFolder {
  guarded(path, () => {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  });
  const written = new Set<string>();
  const growing = new Map<string, Growing>();
  const temporary = (name: string) => join(path, `.${name}.${process.pid}.tmp`);
  const flush = (part: Growing) => {
    writeSync(part.file, part.buffer);
    part.buffer = "";
  };
  const close = () => {
    for (const part of growing.values()) {
      flush(part);
      closeSync(part.file);
    }
    growing.clear();
  };
  return {
    write: (name, text) =>
      guarded(path, () => {
        written.add(name);
        writeFileSync(temporary(name), text);
      }),
    append: (name, text) =>
      guarded(path, () => {
        const part = growing.get(name) ?? { file: openSync(temporary(name), "w"), buffer: "" };
        growing.set(name, part);
        written.add(name);
        part.buffer += text;
        if (part.buffer.length > bufferChars) flush(part);
      }),
    finish: (stale) =>
      guarded(path, () => {
        close();
        for (const name of written) renameSync(temporary(name), join(path, name));
        for (const name of stale) if (!written.has(name)) rmSync(join(path, name), { force: true });
        written.clear();
      }),
    abandon: () =>
      guarded(path, () => {
        close();
        for (const name of written) rmSync(temporary(name), { force: true });
        written.clear();
      }),
  };
}

function guarded(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    throw new CliError(say(code === "ENOSPC" ? "error_disk_full" : "error_out_folder", { path, code }), error);
  }
}
