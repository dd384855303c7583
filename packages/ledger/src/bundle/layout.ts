/** Where things stand in a bundle. One table: who writes bundles and who verifies them use it. */
export const bundlePaths = {
  readme: "README.txt",
  readmeChinese: "README.zh.txt",
  /** SHA-256 of every other file, as `sha256sum -c` reads it. */
  manifest: "MANIFEST.sha256",
  description: "bundle.json",
  /** The signed note that every proof leads to. */
  checkpoint: "checkpoint",
  /** Its signature alone, and the key that made it, as openssl reads them. */
  signature: "checkpoint.sig",
  currentKey: "keys/current.pem",
  /** The verifier key that the log began with. */
  firstKey: "keys/first.vkey",
  rotation: (sequence: number): string => `keys/rotations/${sequence}.tlog-proof`,
  entry: (sequence: number): string => `entries/${sequence}.json`,
  proof: (sequence: number): string => `proofs/${sequence}.tlog-proof`,
  payload: (sequence: number): string => `payloads/${sequence}.bin`,
  salt: (sequence: number): string => `salts/${sequence}.bin`,
  olderCheckpoint: (size: number): string => `older/${size}.checkpoint`,
  olderProof: (size: number): string => `older/${size}.proof`,
  timestamp: (size: number, authority: number): string => `timestamps/${size}-${authority}.tsr`,
  timestampChain: (size: number, authority: number): string => `timestamps/${size}-${authority}.pem`,
} as const;

/** What became of the payload of an entry in a bundle. `withheld`: there is one, which whoever made the bundle kept back. */
export const payloadWords = ["present", "erased", "withheld", "none"] as const;
export type PayloadWord = (typeof payloadWords)[number];

/** What `bundle.json` says. */
export type BundleDescription = {
  readonly origin: string;
  readonly size: number;
  /** By sequence, rising. Rotations of the key are among them. */
  readonly entries: readonly { readonly sequence: number; readonly payload: PayloadWord }[];
  /** Sizes of the older checkpoints, rising. */
  readonly older: readonly number[];
  /** Sequences of the entries that rotated the key, rising. */
  readonly rotations: readonly number[];
  /** Checkpoint sizes and numbers of the authorities that stamped them. */
  readonly timestamps: readonly { readonly size: number; readonly authority: number }[];
};
