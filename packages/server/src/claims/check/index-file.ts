import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createRegistry, decodeRegistryFile, encodeRegistryFile } from "@breakwater/claims";

/** The index of what claims say, beside the database: made of it, and made anew wherever it is not as it should be. */
export type SavedIndex = {
  readonly index: Uint8Array;
  /** The newest revision that is in it, and what tells this history from another: see `ClaimStore.markAt`. */
  readonly revision: number;
  readonly mark: string;
};

export interface IndexFile {
  /** Null where there is none, or it is damaged. */
  read(): Promise<SavedIndex | null>;
  write(saved: SavedIndex): Promise<void>;
}

/** In one file, with checksums; written beside it, flushed and renamed, so that a crash leaves the old one or the new. */
export function createIndexFile(path: string): IndexFile {
  return {
    read: async () => {
      try {
        return decode(new Uint8Array(await readFile(path)));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    write: async (saved) => {
      const temporary = `${path}.new`;
      try {
        const file = await open(temporary, "w");
        try {
          await file.writeFile(encode(saved));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path);
        const folder = await open(dirname(path), "r");
        await folder.sync().finally(() => folder.close());
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}

export function createMemoryIndexFile(): IndexFile {
  let bytes: Uint8Array | null = null;
  return {
    read: async () => (bytes === null ? null : decode(bytes)),
    write: async (saved) => {
      bytes = encode(saved);
    },
  };
}

/** The container of registry files, without entries: the database has those. */
function encode({ index, revision, mark }: SavedIndex): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ revision, mark }));
  return encodeRegistryFile({
    registry: createRegistry(),
    sections: new Map([
      ["index", index],
      ["mark", head],
    ]),
  });
}

function decode(bytes: Uint8Array): SavedIndex | null {
  const file = decodeRegistryFile(bytes);
  if (!file.ok) return null;
  const [index, head] = [file.sections.get("index"), file.sections.get("mark")];
  if (index === undefined || head === undefined) return null;
  const { revision, mark } = JSON.parse(new TextDecoder().decode(head)) as Pick<SavedIndex, "revision" | "mark">;
  return { index, revision, mark };
}
