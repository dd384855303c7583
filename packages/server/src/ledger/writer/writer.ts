import { parseTilePath, tileWidth, type NoteSigner, type WrittenTile } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import type { ObjectStore } from "../ports/object-store.ts";
import { commitRecords, type CommitWorld, type LedgerRecord, type Receipt } from "./commit.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { WriterState } from "./open-state.ts";

/** At most so many entries in one commit, and waiting for one. */
export const writerLimits = { batchMax: 1024, queueMax: 65_536 } as const;

export type WriterItem = { readonly record: LedgerRecord; readonly rotateTo?: NoteSigner };

/** The one hand that writes. */
export interface Writer {
  add(item: WriterItem): Promise<Receipt>;
  state(): WriterState;
  /** An object of the log, also where its own place is not yet written. */
  read(path: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

type Unsettled = { readonly tiles: readonly WrittenTile[]; readonly staging: string };

export function createWriter(start: WriterState, world: CommitWorld): Writer {
  const { objects } = world.store;
  let state = start;
  let unsettled: Unsettled | null = null;
  let fence: LedgerFailure | null = null;

  const settle = async (): Promise<void> => {
    if (unsettled === null) return;
    await settleTiles(unsettled, objects);
    unsettled = null;
  };

  const commit = async (items: readonly WriterItem[]): Promise<readonly Receipt[]> => {
    if (fence !== null) throw fence;
    await settle();
    const rotateTo = items[0]?.rotateTo;
    try {
      const records = items.map(({ record }) => record);
      const done = await commitRecords(state, records, rotateTo === undefined ? world : { ...world, rotateTo });
      state = done.state;
      unsettled = { tiles: done.tiles, staging: done.staging };
      await settle().catch(() => {
        // The entries are durable in the staged object; the next commit tries again before it takes anything.
      });
      return done.receipts;
    } catch (error) {
      if (error instanceof LedgerFailure && error.code === "another_writer") fence = error;
      throw error;
    }
  };

  const queue = createGroupCommit<WriterItem, Receipt>({
    ...writerLimits,
    isAlone: ({ rotateTo }) => rotateTo !== undefined,
    commit,
  });
  return {
    add: (item) => queue.add(item),
    state: () => state,
    read: async (path) => unsettled?.tiles.find((tile) => tile.path === path)?.bytes ?? objects.get(path),
    close: () => queue.close(),
  };
}

/** Puts the tiles of a commit in their places, and drops the staged object and the partial tiles that full ones replace. */
async function settleTiles({ tiles, staging }: Unsettled, objects: ObjectStore): Promise<void> {
  await objects.put(tiles);
  const replaced: string[] = [];
  for (const { path } of tiles) {
    if (parseTilePath(path)?.width === tileWidth) replaced.push(...(await objects.list(`${path}.p/`)));
  }
  await objects.forget([staging, ...replaced]);
}
