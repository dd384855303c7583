import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const dayMs = 86_400_000;
const segmentFile = /^actions-(\d{4}-\d\d-\d\d)\.sqlite$/;
const siblings = ["", "-wal", "-shm"];

/** Days since 1970 UTC. A segment holds what arrived on one. */
export function toDay(at: number): number {
  return Math.floor(at / dayMs);
}

/** The first moment of a day: milliseconds since 1970 UTC. */
export function startOfDay(day: number): number {
  return day * dayMs;
}

export function toSegmentName(day: number): string {
  return `actions-${new Date(startOfDay(day)).toISOString().slice(0, 10)}.sqlite`;
}

/** The days of which the folder has segments, ascending. */
export function listSegmentDays(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const date = segmentFile.exec(name)?.[1];
      return date === undefined ? [] : [toDay(Date.parse(`${date}T00:00:00Z`))];
    })
    .sort((a, b) => a - b);
}

/** Makes the folder, and removes what a deletion that was cut off left of a segment. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const main = /^(actions-.*\.sqlite)-(?:wal|shm)$/.exec(name)?.[1];
    if (main !== undefined && !existsSync(join(folder, main))) rmSync(join(folder, name), { force: true });
  }
}

/** Durable once it returns. The main file goes first: without it the others are nothing. */
export function removeSegmentFiles(folder: string, day: number): void {
  for (const ending of siblings) rmSync(join(folder, toSegmentName(day) + ending), { force: true });
  syncFolder(folder);
}

/** A new file is durable once its folder is synced. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function bytesOfSegment(folder: string, day: number): number {
  return siblings
    .map((ending) => statSync(join(folder, toSegmentName(day) + ending), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, bytes) => sum + bytes, 0);
}
