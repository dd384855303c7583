import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { toEpoch, type PseudonymKey, type PseudonymKeys } from "./pseudonym-keys.ts";

const keyFile = /^pseudonyms-(\d+)\.key$/;
const keyBytes = 32;

/** Keys in a folder of their own, each in a file that its owner alone may read. Throws where a file holds no key. */
export function openDirectoryPseudonymKeys(
  folder: string,
  { randomBytes }: { readonly randomBytes: (count: number) => Uint8Array },
): PseudonymKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    keyAt: async (at) => {
      const epoch = Math.max(toEpoch(at), listEpochs(folder).at(-1) ?? -1);
      return readKey(folder, epoch) ?? makeKey(folder, epoch, new Uint8Array(randomBytes(keyBytes)));
    },
    listEpochs: async () => listEpochs(folder),
    destroyBefore: async (at) => {
      const over = listEpochs(folder).filter((epoch) => epoch < toEpoch(at));
      for (const epoch of over) destroy(join(folder, fileOf(epoch)));
      // Copies of a making that was cut off.
      for (const name of readdirSync(folder)) {
        const epoch = /^pseudonyms-(\d+)\.key\.new-/.exec(name)?.[1];
        if (epoch !== undefined && Number(epoch) < toEpoch(at)) destroy(join(folder, name));
      }
      syncFolder(folder);
      return over.length;
    },
  };
}

function listEpochs(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const epoch = keyFile.exec(name)?.[1];
      return epoch === undefined ? [] : [Number(epoch)];
    })
    .sort((a, b) => a - b);
}

function readKey(folder: string, epoch: number): PseudonymKey | null {
  const file = join(folder, fileOf(epoch));
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return null;
  const key = new Uint8Array(readFileSync(file));
  if (key.length !== keyBytes)
    throw new Error(`${fileOf(epoch)} holds no pseudonym key; remove it to begin a new one.`);
  return { epoch, key };
}

/** Durable before anything is named by it: a pseudonym whose key is lost is one that nothing else ever meets. */
function makeKey(folder: string, epoch: number, key: Uint8Array): PseudonymKey {
  const file = join(folder, fileOf(epoch));
  const temporary = `${file}.new-${process.pid}`;
  writeFileSync(temporary, key, { mode: 0o600, flush: true });
  try {
    linkSync(temporary, file);
  } catch (error) {
    // Another process was quicker.
    const theirs = readKey(folder, epoch);
    if (theirs === null) throw error;
    return theirs;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(folder);
  return { epoch, key };
}

function destroy(file: string): void {
  // Where the disk writes in place, the key is gone even from its free blocks.
  writeFileSync(file, new Uint8Array(keyBytes), { flag: "r+", flush: true });
  rmSync(file);
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function fileOf(epoch: number): string {
  return `pseudonyms-${String(epoch).padStart(5, "0")}.key`;
}
