import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SnapshotStore } from "./snapshot-store.ts";

const shape = /^judge-(\d{12})\.snapshot$/;

/**
 * Files `judge-<number>.snapshot` in a folder that is made where it is missing, readable for the service alone. Each is written beside,
 * synchronised, and renamed: under its name it is whole, whenever the power goes.
 */
export function createDirectorySnapshotStore(folder: string): SnapshotStore {
  const list = async (): Promise<readonly number[]> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = await readdir(folder);
    return names
      .flatMap((name) => shape.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => b - a);
  };
  const pathOf = (number: number): string => join(folder, `judge-${String(number).padStart(12, "0")}.snapshot`);
  const keep = async (count: number): Promise<void> => {
    for (const number of (await list()).slice(count)) await rm(pathOf(number), { force: true });
    await synchronise(folder);
  };
  return {
    save: async (bytes) => {
      const [newest = 0] = await list();
      const draft = join(folder, "judge.draft");
      await writeWhole(draft, bytes);
      await rename(draft, pathOf(newest + 1));
      await keep(2);
    },
    newestFirst: async function* () {
      for (const number of await list()) yield await readFile(pathOf(number));
    },
    keepNewest: () => keep(1),
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** So that the names themselves are durable. */
async function synchronise(folder: string): Promise<void> {
  // Windows opens no folder, and keeps names by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
