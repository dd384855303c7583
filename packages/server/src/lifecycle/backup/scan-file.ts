import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { readInChunks } from "../read-in-chunks.ts";

export type ScannedFile = {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
  /** Whether one of the needles stands in it. */
  readonly hasNeedle: boolean;
};

/** Size, hash and needles of a file in one reading. */
export async function scanFile(path: string, needles: readonly Buffer[] = []): Promise<ScannedFile> {
  const hash = createHash("sha256");
  const overlap = Math.max(0, ...needles.map(({ length }) => length - 1));
  let [bytes, hasNeedle] = [0, false];
  for await (const chunk of readInChunks(path, overlap)) {
    hash.update(chunk.bytes.subarray(chunk.bytes.length - chunk.fresh));
    bytes += chunk.fresh;
    hasNeedle ||= needles.some((needle) => chunk.bytes.includes(needle));
  }
  return { bytes, sha256: hash.digest("hex"), hasNeedle };
}

/** Waits until what was written of a file, or of a folder's names, is on the disk. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
