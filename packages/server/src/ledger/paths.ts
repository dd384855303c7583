import { toHex, type Checkpoint } from "@breakwater/ledger";

/** Where things stand in the object store, beside the tiles of C2SP. */
export const paths = {
  payloadOf: (commitment: Uint8Array): string => `payload/${toHex(commitment)}`,
  stagingPrefix: "staging/",
  stagingOf: ({ size, root }: Pick<Checkpoint, "size" | "root">): string => `staging/${size}-${toHex(root)}`,
  /** The verifier key that the log began with. */
  firstKey: "trust/first",
  trustPrefix: "trust/",
  /** For a rotation, the proof that it was logged. */
  trustOf: (sequence: number): string => `trust/${sequence}`,
  /** That entry `about` was erased by entry `sequence`; empty. */
  erasuresOf: (about: number): string => `erased/${about}-`,
  erasureOf: (about: number, sequence: number): string => `erased/${about}-${sequence}`,
  /** That the payload of an entry is to be erased, from the wish to the deed; empty. */
  erasingPrefix: "erasing/",
  erasingOf: (sequence: number): string => `erasing/${sequence}`,
  timestampPrefix: "timestamp/",
  timestampOf: (size: number, authority: number): string => `timestamp/${size}-${authority}`,
} as const;

/** The size that a staged commit leads to, or null for any other path. */
export function stagedSizeOf(path: string): number | null {
  const match = /^staging\/(\d+)-[0-9a-f]{64}$/.exec(path);
  return match === null ? null : Number(match[1]);
}
