/** SHA-256 of FIPS 180-4. The bytes are the caller's: they may change as soon as it returns. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Ed25519 of RFC 8032: `publicKey` 32 bytes, `signature` 64. False, never an exception, where any of them is malformed. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** What judging needs and no language brings: `node:crypto` has both, and so have small libraries for the browser. */
export type VerifierPrimitives = { readonly sha256: Sha256; readonly verifyEd25519: VerifyEd25519 };

/** AES-256-GCM of NIST SP 800-38D under a key of 32 bytes that seals one payload and no other. */
export interface Cipher {
  /** The ciphertext, followed by the tag of 16 bytes. */
  seal(key: Uint8Array, plaintext: Uint8Array, associated: Uint8Array): Uint8Array;
  /** Null where key, associated bytes or a bit of `sealed` are not those that it was sealed with. */
  open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | null;
}
