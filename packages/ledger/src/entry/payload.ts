import { concatBytes, isEqualBytes } from "../bytes/bytes.ts";
import type { Cipher, Sha256 } from "../primitives.ts";

/**
 * What stands between a payload and the world: the key that it is encrypted under and the salt of its commitment. Random,
 * used for one payload, kept apart from it. Destroying both leaves a ciphertext nobody can read and a hash nobody can guess
 * at, however short the text was; the tree above the hash stays as it is.
 */
export type PayloadSecret = { readonly key: Uint8Array; readonly salt: Uint8Array };

export const payloadLimits = { bytesMax: 16_777_216 } as const;
export const secretBytes = 32;

export type SealedPayload = { readonly commitment: Uint8Array; readonly sealed: Uint8Array };

/** SHA-256 of salt and payload, one after the other: what `cat salt payload | sha256sum` prints. */
export function commitPayload(payload: Uint8Array, salt: Uint8Array, sha256: Sha256): Uint8Array {
  if (salt.length !== secretBytes) throw new RangeError(`A salt has ${secretBytes} bytes, not ${salt.length}.`);
  return sha256(concatBytes([salt, payload]));
}

/** The ciphertext is bound to the commitment, so that sealed payloads cannot be exchanged for one another. */
export function sealPayload(
  payload: Uint8Array,
  secret: PayloadSecret,
  primitives: { readonly sha256: Sha256; readonly cipher: Cipher },
): SealedPayload {
  const commitment = commitPayload(payload, secret.salt, primitives.sha256);
  return { commitment, sealed: primitives.cipher.seal(secret.key, payload, commitment) };
}

/** The payload, or null where it is not the one that was committed to. */
export function openPayload(
  { commitment, sealed }: SealedPayload,
  secret: PayloadSecret,
  primitives: { readonly sha256: Sha256; readonly cipher: Cipher },
): Uint8Array | null {
  const payload = primitives.cipher.open(secret.key, sealed, commitment);
  if (payload === null) return null;
  return isEqualBytes(commitPayload(payload, secret.salt, primitives.sha256), commitment) ? payload : null;
}
