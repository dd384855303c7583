import { mkdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { createSigningKey, listSigningKeys, type SigningKey } from "./keys/signing-keys.ts";
import { LedgerFailure } from "./ledger-failure.ts";
import { openLedger, type Ledger, type LedgerOptions } from "./ledger.ts";
import type { LogStore } from "./ports/log-store.ts";
import type { SecretStore } from "./ports/secret-store.ts";
import { openDirectoryLogStore } from "./stores/directory-log-store.ts";
import { openSqliteLogStore } from "./stores/sqlite-log-store.ts";
import { openSqliteSecretStore } from "./stores/sqlite-secret-store.ts";

/** Three folders, because they are three backups. */
export type LedgerFolders = {
  /** The log and the sealed payloads: backed up with the data. */
  readonly log: string;
  /** The keys that sign: backed up apart. */
  readonly signingKeys: string;
  /** Keys and salts of the payloads: in no backup of the data, or erasing would mean nothing. */
  readonly payloadKeys: string;
};

/** What a ledger's files are called in their folders. */
export const ledgerFiles = { log: "ledger.sqlite", payloadKeys: "payload-keys.sqlite" } as const;

export type OpenedLedger = {
  readonly ledger: Ledger;
  readonly store: LogStore;
  readonly secrets: SecretStore;
  /** Oldest first. */
  readonly signers: readonly SigningKey[];
  /** Waits for what is being written, then closes the stores. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the ledger in its folders as its only writer; at the first run makes them, the log, and a key to sign with. Folders inside
 * one another are refused. A log whose key is not there is not given another one: its key belongs back from the backup.
 */
export async function openLedgerAt(
  folders: LedgerFolders,
  options: Pick<LedgerOptions, "origin" | "now" | "randomBytes"> & { readonly kind?: "sqlite" | "directory" },
): Promise<OpenedLedger> {
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseNested(folders);
  const store =
    options.kind === "directory"
      ? openDirectoryLogStore(folders.log)
      : openSqliteLogStore(join(folders.log, ledgerFiles.log));
  const secrets = openSqliteSecretStore(join(folders.payloadKeys, ledgerFiles.payloadKeys));
  const closeStores = (): void => {
    store.close();
    secrets.close();
  };
  try {
    const { signers, ledger } = await openWith(store, secrets, { folders, ...options });
    const close = async (): Promise<void> => {
      await ledger.close();
      closeStores();
    };
    return { ledger, store, secrets, signers, close };
  } catch (error) {
    closeStores();
    throw error;
  }
}

async function openWith(
  store: LogStore,
  secrets: SecretStore,
  { folders, ...options }: Pick<LedgerOptions, "origin" | "now" | "randomBytes"> & { readonly folders: LedgerFolders },
): Promise<{ readonly signers: readonly SigningKey[]; readonly ledger: Ledger }> {
  const isFirstRun = (await store.checkpoints.read()) === null;
  const held = listSigningKeys(folders.signingKeys, options.origin);
  if (held.length === 0 && !isFirstRun) {
    throw new LedgerFailure(
      "foreign_checkpoint",
      "The key that signs this log is missing; bring it back from its backup.",
    );
  }
  const signers = held.length === 0 ? [createSigningKey(folders.signingKeys, options.origin)] : held;
  return { signers, ledger: await openLedger({ ...options, store, secrets, signers }) };
}

/** A backup of the outer one would hold the inner one too. */
function refuseNested(folders: LedgerFolders): void {
  const real = Object.values(folders).map((folder) => `${realpathSync(folder)}${sep}`);
  if (real.some((one, i) => real.some((other, j) => i !== j && other.startsWith(one)))) {
    const message = "Log, signing keys and payload keys need folders apart: none may be, or be inside, another.";
    throw new LedgerFailure("folders_not_apart", message);
  }
}
