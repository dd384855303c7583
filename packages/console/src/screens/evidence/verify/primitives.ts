import type { VerifierPrimitives } from "@breakwater/ledger/verifier";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";

const [keyBytes, signatureBytes] = [32, 64];

/** Hash and signature for the ledger's verifier in a browser. */
export const primitives: VerifierPrimitives = {
  sha256,
  verifyEd25519: (publicKey, message, signature) => {
    if (publicKey.length !== keyBytes || signature.length !== signatureBytes) return false;
    return ed25519.verify(signature, message, publicKey);
  },
};
