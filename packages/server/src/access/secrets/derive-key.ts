import { hkdfSync } from "node:crypto";

/** What keys are derived for; each purpose has a key of its own. */
export type KeyPurpose = "totp" | "password" | "login" | "identity" | "device" | "account";

/** HKDF-SHA-256 (RFC 5869) of the key that is kept apart; 32 bytes. */
export function deriveKey(sealKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  if (sealKey.length !== 32) throw new Error(`The seal key has 32 bytes, not ${sealKey.length}.`);
  return new Uint8Array(hkdfSync("sha256", sealKey, "breakwater access", purpose, 32));
}
