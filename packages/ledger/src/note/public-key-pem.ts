import { toBase64 } from "../bytes/base64.ts";
import { concatBytes } from "../bytes/bytes.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), up to the key itself. */
const prefix = new Uint8Array([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]);

/** The key in the form that openssl reads. */
export function toPublicKeyPem({ publicKey }: VerifierKey): string {
  return `-----BEGIN PUBLIC KEY-----\n${toBase64(concatBytes([prefix, publicKey]))}\n-----END PUBLIC KEY-----\n`;
}
