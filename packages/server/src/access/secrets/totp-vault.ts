import { sealNonceBytes, seal, unseal } from "./seal.ts";

export interface TotpVault {
  seal(personId: string, secret: Uint8Array): Uint8Array;
  /** Throws where it does not open: another key, or a changed database. */
  open(personId: string, sealed: Uint8Array): Uint8Array;
}

/** TOTP secrets under a key apart from the data, each bound to its person: one cannot be moved to another. */
export function createTotpVault(key: Uint8Array, randomBytes: (bytes: number) => Uint8Array): TotpVault {
  const toContext = (personId: string): string => `totp ${personId}`;
  return {
    seal: (personId, secret) => seal(secret, { key, nonce: randomBytes(sealNonceBytes), context: toContext(personId) }),
    open: (personId, sealed) => {
      const secret = unseal(sealed, { key, context: toContext(personId) });
      if (secret === null) throw new Error("A TOTP secret does not open under the key of this installation.");
      return secret;
    },
  };
}
