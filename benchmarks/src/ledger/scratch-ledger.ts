import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createSigningKey,
  openDirectoryLogStore,
  openLedger,
  openSqliteLogStore,
  openSqliteSecretStore,
  type Ledger,
  type LogStore,
} from "@breakwater/server/ledger";
import type { VerifierKey } from "@breakwater/ledger";

export const benchOrigin = "bench.example/ledger";

export type ScratchLedger = {
  readonly ledger: Ledger;
  readonly store: LogStore;
  readonly key: VerifierKey;
  readonly remove: () => void;
};

/** A ledger as a server has it, in a folder of its own on the disk of `TMPDIR`. */
export async function openScratchLedger(kind: "sqlite" | "directory"): Promise<ScratchLedger> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-ledger-"));
  const keys = join(folder, "keys");
  mkdirSync(keys);
  const signer = createSigningKey(keys, benchOrigin);
  const store =
    kind === "sqlite" ? openSqliteLogStore(join(folder, "log.sqlite")) : openDirectoryLogStore(join(folder, "log"));
  const secrets = openSqliteSecretStore(join(keys, "payload-keys.sqlite"));
  const ledger = await openLedger({
    origin: benchOrigin,
    store,
    secrets,
    signers: [signer],
    now: Date.now,
    randomBytes,
  });
  return {
    ledger,
    store,
    key: signer.key,
    remove() {
      store.close();
      secrets.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
