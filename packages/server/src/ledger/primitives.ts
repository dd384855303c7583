import { createCipheriv, createDecipheriv, createPublicKey, hash, verify } from "node:crypto";
import type { Cipher, Sha256, VerifierPrimitives, VerifyEd25519 } from "@breakwater/ledger";

const sha256Bytes = 32;

/** By way of a string: each buffer of node:crypto brings memory of its own, and freeing it takes longer than hashing a node. */
export const sha256: Sha256 = (bytes) => {
  const letters = hash("sha256", bytes, "binary");
  const digest = new Uint8Array(sha256Bytes);
  for (let i = 0; i < sha256Bytes; i++) digest[i] = letters.charCodeAt(i);
  return digest;
};

/** DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), up to the key itself. */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: "der", type: "spki" });
  return verify(null, message, key, signature);
};

export const primitives: VerifierPrimitives = { sha256, verifyEd25519 };

const tagBytes = 16;
/** The same for every payload: a key seals one payload only, so no nonce comes twice under a key. */
const nonce = new Uint8Array(12);

export const cipher: Cipher = {
  seal(key, plaintext, associated) {
    const sealing = createCipheriv("aes-256-gcm", key, nonce).setAAD(associated);
    return Buffer.concat([sealing.update(plaintext), sealing.final(), sealing.getAuthTag()]);
  },
  open(key, sealed, associated) {
    if (sealed.length < tagBytes) return null;
    const opening = createDecipheriv("aes-256-gcm", key, nonce).setAAD(associated);
    opening.setAuthTag(sealed.subarray(-tagBytes));
    const start = opening.update(sealed.subarray(0, -tagBytes));
    try {
      return Buffer.concat([start, opening.final()]);
    } catch {
      // The one sign that node:crypto gives of a tag that does not fit.
      return null;
    }
  },
};
