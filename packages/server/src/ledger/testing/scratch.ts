import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { createSigningKey, listSigningKeys, type SigningKey } from "../keys/signing-keys.ts";
import { openLedger, type Ledger, type LedgerOptions } from "../ledger.ts";
import type { LogStore } from "../ports/log-store.ts";
import type { SecretStore } from "../ports/secret-store.ts";
import type { StoreLimits } from "../../sqlite/database.ts";
import { openSqliteLogStore } from "../stores/sqlite-log-store.ts";
import { openSqliteSecretStore } from "../stores/sqlite-secret-store.ts";

export const testOrigin = "forum.example/ledger";
const removals: (() => void)[] = [];
/** Every opening is a minute later than the one before. */
let minutes = 0;

/** In memory where there is such a place: the tests are of our logic, and would spend their time waiting for the disk. */
const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** An empty folder that is gone after the test. */
export function makeScratch(): string {
  const folder = mkdtempSync(join(place, "breakwater-ledger-"));
  removals.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Scratch = {
  readonly folder: string;
  readonly store: LogStore;
  readonly secrets: SecretStore & { readonly close: () => void };
  readonly ledger: Ledger;
  readonly signers: readonly SigningKey[];
  readonly clock: { at: number };
};

/** A ledger of real parts in a folder, as the server has it; a second call on the folder opens the same. */
export async function openScratch(
  folder: string = makeScratch(),
  change: (options: LedgerOptions) => LedgerOptions = (options) => options,
  limits: StoreLimits = {},
): Promise<Scratch> {
  const keys = join(folder, "keys");
  if (listSigningKeys(keys, testOrigin).length === 0) createSigningKey(keys, testOrigin);
  const signers = listSigningKeys(keys, testOrigin);
  const clock = { at: Date.UTC(2026, 5, 1, 0, minutes++) };
  const store = openSqliteLogStore(join(folder, "ledger.sqlite"), limits);
  const secrets = openSqliteSecretStore(join(keys, "payload-keys.sqlite"));
  const options = { origin: testOrigin, store, secrets, signers, now: () => clock.at++, randomBytes };
  const ledger = await openLedger(change(options));
  removals.push(() => {
    store.close();
    secrets.close();
  });
  return { folder, store, secrets, ledger, signers, clock };
}

afterEach(() => {
  for (const remove of removals.splice(0).reverse()) {
    try {
      remove();
    } catch {
      // Closed by the test already.
    }
  }
});
