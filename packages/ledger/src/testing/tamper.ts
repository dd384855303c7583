import { encodeEntry, parseEntry, type Entry } from "../entry/entry.ts";

type Tampering = (leaves: readonly Uint8Array[], at: number) => readonly Uint8Array[];

export const tamperingKinds = ["flip", "delete", "swap", "insert", "truncate", "resign"] as const;
export type TamperingKind = (typeof tamperingKinds)[number];

/** What somebody who has the database and the key can do to the log at one place, before signing it anew. */
export const tamperings: Readonly<Record<TamperingKind, Tampering>> = {
  flip: (leaves, at) => leaves.with(at, retime(leaves[at], 1)),
  delete: (leaves, at) => renumber(leaves.toSpliced(at, 1)),
  swap: (leaves, at) => {
    const other = (at + 1) % leaves.length;
    return renumber(leaves.with(at, leaves[other]).with(other, leaves[at]));
  },
  insert: (leaves, at) => renumber(leaves.toSpliced(at, 0, retime(leaves[at], 3))),
  truncate: (leaves, at) => leaves.slice(0, at),
  /** Cut off and grown again to the same length with other entries. */
  resign: (leaves, at) => [...leaves.slice(0, at), ...leaves.slice(at).map((leaf) => retime(leaf, 7))],
};

/** Entries that are well-formed in every way: only the tree can tell. */
function renumber(leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  return leaves.map((leaf, sequence) => {
    const entry = entryOf(leaf);
    return entry.sequence === sequence ? leaf : encodeEntry({ ...entry, sequence });
  });
}

function retime(leaf: Uint8Array, byMs: number): Uint8Array {
  const entry = entryOf(leaf);
  return encodeEntry({ ...entry, at: entry.at + byMs });
}

function entryOf(leaf: Uint8Array): Entry {
  const entry = parseEntry(leaf);
  if (entry === null) throw new Error("A sample leaf is no entry.");
  return entry;
}
