// The real functions, for tests: this package has none of its own.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";
import { createVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
import type { NoteSigner } from "../note/signed-note.ts";
import type { Cipher, Sha256, VerifierPrimitives, VerifyEd25519 } from "../primitives.ts";

export const sha256: Sha256 = (bytes) => new Uint8Array(hash("sha256", bytes, "buffer"));

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  return verify(null, message, createPublicKey({ key: spki, format: "der", type: "spki" }), signature);
};

export const primitives: VerifierPrimitives = { sha256, verifyEd25519 };

export const cipher: Cipher = {
  seal(key, plaintext, associated) {
    const sealing = createCipheriv("aes-256-gcm", key, Buffer.alloc(12)).setAAD(associated);
    return new Uint8Array(Buffer.concat([sealing.update(plaintext), sealing.final(), sealing.getAuthTag()]));
  },
  open(key, sealed, associated) {
    const opening = createDecipheriv("aes-256-gcm", key, Buffer.alloc(12)).setAAD(associated);
    opening.setAuthTag(sealed.subarray(-16));
    const start = opening.update(sealed.subarray(0, -16));
    try {
      return new Uint8Array(Buffer.concat([start, opening.final()]));
    } catch {
      return null;
    }
  },
};

/** A signer whose key follows from a number: tests want the same one again. */
export function createTestSigner(name: string, seed: number): NoteSigner {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]);
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const key: VerifierKey = createVerifierKey(name, new Uint8Array(spki.subarray(-32)), sha256);
  return { key, sign: (message) => new Uint8Array(sign(null, message, privateKey)) };
}
