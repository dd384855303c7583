import type { PayloadSecret } from "@breakwater/ledger";

export type StoredSecret = { readonly id: string; readonly secret: PayloadSecret };

/**
 * Keys and salts of payloads, in a place of their own: it is left out of the data's backups, or erasing would mean nothing.
 *
 * `put` is durable once it resolves, and before anything sealed under the secret is. After `destroy` resolves the secret is
 * gone from the store's files, not only from its index.
 */
export interface SecretStore {
  put(secrets: readonly StoredSecret[]): Promise<void>;
  get(id: string): Promise<PayloadSecret | null>;
  destroy(ids: readonly string[]): Promise<void>;
}
