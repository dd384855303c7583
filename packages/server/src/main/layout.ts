import { mkdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";

/** Where everything stands. What is under `data` is backed up together; what is under `keys` never with it. */
export type Layout = {
  readonly data: string;
  readonly lock: string;
  readonly state: string;
  readonly actions: string;
  readonly ledger: string;
  /** The ledger's name, given once. */
  readonly ledgerOrigin: string;
  readonly snapshots: string;
  readonly claimIndex: string;
  readonly keys: string;
  readonly signingKeys: string;
  readonly payloadKeys: string;
  readonly pseudonymKeys: string;
  readonly sealKey: string;
};

export function toLayout({ data, keys }: { readonly data: string; readonly keys: string }): Layout {
  return {
    data,
    lock: join(data, "lock.sqlite"),
    state: join(data, "state.sqlite"),
    actions: join(data, "actions"),
    ledger: join(data, "ledger"),
    ledgerOrigin: join(data, "ledger", "origin"),
    snapshots: join(data, "snapshots"),
    claimIndex: join(data, "claims.index"),
    keys,
    signingKeys: join(keys, "signing"),
    payloadKeys: join(keys, "payloads"),
    pseudonymKeys: join(keys, "pseudonyms"),
    sealKey: join(keys, "seal.key"),
  };
}

/** Makes the folders, readable by their owner alone. Throws where keys and data stand in one another: one backup would hold both. */
export function makeFolders(layout: Layout): void {
  const { data, keys, actions, ledger, snapshots, signingKeys, payloadKeys, pseudonymKeys } = layout;
  for (const folder of [data, keys, actions, ledger, snapshots, signingKeys, payloadKeys, pseudonymKeys]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const [one, other] = [data, keys].map((folder) => `${realpathSync(folder)}${sep}`) as [string, string];
  if (one.startsWith(other) || other.startsWith(one)) {
    throw new Error("Data and keys need folders apart: neither may be, or be inside, the other.");
  }
}
