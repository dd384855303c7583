import type { Checkpoint } from "@breakwater/ledger";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import { parseStaged } from "../writer/staging.ts";
import type { ReadObject } from "./log-reader.ts";

/** Reads objects of a log at its checkpoint, also where its writer died before it had put the tiles in their places. */
export function createStagedRead({ objects }: LogStore, head: Checkpoint): ReadObject {
  let staged: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  const readStaged = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
    const bytes = await objects.get(paths.stagingOf(head));
    const tiles = bytes === null ? null : parseStaged(bytes);
    return new Map(tiles?.map((tile) => [tile.path, tile.bytes]) ?? []);
  };
  return async (path) => {
    const bytes = await objects.get(path);
    if (bytes !== null) return bytes;
    staged ??= readStaged();
    // The writer may have put the tile in its place, and dropped the staged object, between the first look and this one.
    return (await staged).get(path) ?? objects.get(path);
  };
}
