import type { Entry } from "../registry/entry.ts";
import { ClaimIndex } from "../search/claim-index.ts";
import { packArrays, unpackArrays } from "../search/packed-arrays.ts";
import { createChecker, soundTexts, type CheckerParts, type CheckOptions, type CheckResult } from "./check.ts";
import { indexEntry } from "./index-entry.ts";
import { SoundIndex } from "./sound.ts";

/**
 * Entries by what they say. Kept up to date one entry at a time; checks see an entry as soon as `put` returns, and no longer once
 * `remove` has. The entries themselves are the caller's: `entryOf` reads one.
 */
export type ClaimRegistry = {
  readonly put: (entry: Entry) => void;
  /** False where no entry of this id stood. */
  readonly remove: (id: string) => boolean;
  readonly check: (text: string, options: CheckOptions) => CheckResult;
  /** Checks a text and puts what `toEntry` makes of the answer, with nothing in between: of three copies at once, two are linked to the first. */
  readonly admit: (text: string, options: CheckOptions, toEntry: (result: CheckResult) => Entry | null) => CheckResult;
  readonly size: () => number;
  /** Bytes that `openClaimRegistry` reads in one go. */
  readonly save: () => Uint8Array;
};

export type ClaimRegistryParts = Pick<CheckerParts, "entryOf" | "model" | "candidates" | "embedder">;

export function createClaimRegistry(parts: ClaimRegistryParts): ClaimRegistry {
  return assemble(parts, new ClaimIndex(), new SoundIndex());
}

/** A registry from its saved bytes, or undefined where they are damaged or of another version: then it is made anew from the entries. */
export function openClaimRegistry(saved: Uint8Array, parts: ClaimRegistryParts): ClaimRegistry | undefined {
  const arrays = unpackArrays(saved);
  if (arrays === undefined) return undefined;
  const [index, sounds] = [ClaimIndex.open(arrays, "text"), ClaimIndex.open(arrays, "sound")];
  return index === undefined || sounds === undefined ? undefined : assemble(parts, index, new SoundIndex(sounds));
}

/** Entries that are withdrawn are not compared. */
export function isCompared({ status }: Pick<Entry, "status">): boolean {
  return status !== "withdrawn";
}

function assemble(parts: ClaimRegistryParts, index: ClaimIndex, sounds: SoundIndex): ClaimRegistry {
  const { check } = createChecker({ ...parts, index, sounds });
  const remove = (id: string): boolean => {
    sounds.remove(id);
    return index.remove(id);
  };
  const put = (entry: Entry): void => {
    if (!isCompared(entry)) {
      remove(entry.id);
      return;
    }
    indexEntry(index, entry);
    sounds.put(entry.id, soundTexts(entry));
  };
  return {
    put,
    remove,
    check,
    admit: (text, options, toEntry) => {
      const result = check(text, options);
      const entry = toEntry(result);
      if (entry !== null) put(entry);
      return result;
    },
    size: () => index.size,
    save: () => packArrays({ ...index.save("text"), ...sounds.index.save("sound") }),
  };
}
