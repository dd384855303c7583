import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

export type RegisteredErasure = { readonly account: string; readonly at: number };

/**
 * What was erased when, kept apart from the data: a backup that is restored brings back what was erased after it was made, and only
 * what is in no backup can say what that is.
 */
export interface ErasureRegister {
  /** Durable once it resolves. */
  append(erasure: RegisteredErasure): Promise<void>;
  /** Those at `at` or later, in order, an account once. */
  listSince(at: number): Promise<readonly string[]>;
  /** Forgets what is before `at`: no backup is that old. How many. */
  forgetBefore(at: number): Promise<number>;
}

/** In a file among the keys, one line of JSON each. A line that was cut off by a crash is passed over. */
export function openErasureRegister(keys: string): ErasureRegister {
  const path = join(keys, "erasures.ndjson");
  return {
    append: async (erasure) => {
      // Begins on a line of its own, whatever a crash has left.
      writeDurably(
        path,
        "a",
        `${readText(path).endsWith("\n") || readText(path) === "" ? "" : "\n"}${formatLine(erasure)}`,
      );
      syncFolder(dirname(path));
    },
    listSince: async (since) => {
      const accounts = parseLines(readText(path)).filter(({ at }) => at >= since);
      return [...new Set(accounts.map(({ account }) => account))];
    },
    forgetBefore: async (before) => {
      const all = parseLines(readText(path));
      const kept = all.filter(({ at }) => at >= before);
      if (kept.length === all.length) return 0;
      writeDurably(`${path}.new`, "w", kept.map(formatLine).join(""));
      renameSync(`${path}.new`, path);
      syncFolder(dirname(path));
      return all.length - kept.length;
    },
  };
}

function formatLine({ account, at }: RegisteredErasure): string {
  return `${JSON.stringify({ account, at })}\n`;
}

function parseLines(text: string): readonly RegisteredErasure[] {
  return text.split("\n").flatMap((line) => {
    try {
      const value = JSON.parse(line) as Partial<RegisteredErasure> | null;
      const { account, at } = value ?? {};
      return typeof account === "string" && typeof at === "number" ? [{ account, at }] : [];
    } catch {
      return [];
    }
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function writeDurably(path: string, flag: "a" | "w", text: string): void {
  const file = openSync(path, flag, 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
