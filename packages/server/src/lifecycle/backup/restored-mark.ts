import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Stands in the data folder between a restore and the first start after it. */
export const restoredFile = "restored.json";

export type RestoredMark = {
  /** Milliseconds since 1970 UTC. What came later is lost, and what was erased later is back. */
  readonly backedUpAt: number;
  readonly restoredAt: number;
  /** Of the Breakwater that made the backup. */
  readonly version: string;
};

/** Null where nothing was restored since the last start. A mark that cannot be read counts as one of the oldest backup that there can be. */
export function readRestoredMark(data: string): RestoredMark | null {
  let text: string;
  try {
    text = readFileSync(join(data, restoredFile), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return parseMark(text);
}

export function removeRestoredMark(data: string): void {
  rmSync(join(data, restoredFile), { force: true });
}

function parseMark(text: string): RestoredMark {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof RestoredMark, unknown>> | null;
    const { backedUpAt, restoredAt, version } = value ?? {};
    if (typeof backedUpAt === "number" && typeof restoredAt === "number") {
      return { backedUpAt, restoredAt, version: String(version) };
    }
  } catch {
    // As for any other text that is no mark.
  }
  return { backedUpAt: 0, restoredAt: 0, version: "" };
}
