import type { Entry } from "@breakwater/claims";
import type { ClaimDesk } from "../desk/claim-desk.ts";
import { createClaimChecker, openClaimChecker, type ClaimChecker } from "./claim-checker.ts";
import type { IndexFile, SavedIndex } from "./index-file.ts";

/** Where the registry's changes come from: the desk, perhaps in another thread. */
export type ClaimSource = Pick<ClaimDesk, "changesAfter" | "markAt">;

export type ClaimFollower = {
  readonly checker: ClaimChecker;
  /** Takes in whatever changed. Call it on each notice `claim.*`; several calls at once are one. Others get their turn every `changesPerTurn`. */
  readonly refresh: () => Promise<void>;
  /** Saves the index for the next start where it is not the saved one. */
  readonly save: () => Promise<void>;
  /** Whether the saved index could be used at start, and how many entries were taken in beside it. */
  readonly start: { readonly fromSaved: boolean; readonly indexed: number; readonly entries: number };
};

const changesAtStart = 2000;
/** About 5 ms. */
const changesPerTurn = 50;
/** Entries indexed at a start from which the index is saved at once. */
const savedFrom = 1000;

/**
 * Loads all claims for checks, from the saved index where it belongs to this history, and follows their changes. Cost for 100,000 claims:
 * about a second with the saved index, else some fifteen, in which others get their turn.
 */
export async function openClaimFollower({
  source,
  file,
  onProgress = () => {},
}: {
  readonly source: ClaimSource;
  readonly file: IndexFile;
  readonly onProgress?: (entries: number) => void;
}): Promise<ClaimFollower> {
  const saved = await readSaved(source, file);
  const opened = saved === null ? undefined : openClaimChecker(saved.index);
  const checker = opened ?? createClaimChecker();
  const known = opened === undefined || saved === null ? 0 : saved.revision;
  const start = { fromSaved: opened !== undefined, indexed: 0, entries: 0 };
  let revision = 0;
  let savedRevision = known;

  async function takeIn(limit: number, isStarting: boolean): Promise<boolean> {
    const changes = await source.changesAfter(revision, limit);
    let indexed = 0;
    for (const { revision: changed, id, status, entry } of changes) {
      revision = changed;
      if (changed <= known && isStarting) {
        if (status !== "withdrawn") checker.hold(id, entry);
        continue;
      }
      checker.applyChange(id, JSON.parse(entry) as Entry, entry);
      indexed += 1;
      if (indexed % changesPerTurn === 0) await giveTurn();
    }
    if (isStarting) {
      start.entries += changes.length;
      start.indexed += indexed;
    }
    return changes.length > 0;
  }

  async function save(): Promise<void> {
    if (savedRevision === revision) return;
    const at = revision;
    const mark = await source.markAt(at);
    // What changed while the mark was read is in the index as well, and is taken in once more at the next start.
    if (mark === null) return;
    await file.write({ index: checker.save(), revision: at, mark });
    savedRevision = at;
  }

  while (await takeIn(changesAtStart, true)) onProgress(start.entries);
  if (start.indexed >= savedFrom) await save();

  let running: Promise<void> | null = null;
  let isAsked = false;
  const catchUp = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      while (await takeIn(changesPerTurn, false)) await giveTurn();
    }
  };
  return {
    checker,
    start,
    save,
    refresh: () => {
      isAsked = true;
      running ??= catchUp().finally(() => (running = null));
      return running;
    },
  };
}

async function readSaved(source: ClaimSource, file: IndexFile): Promise<SavedIndex | null> {
  const saved = await file.read();
  return saved !== null && (await source.markAt(saved.revision)) === saved.mark ? saved : null;
}

function giveTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
