import { concatBytes, isEqualBytes } from "../bytes/bytes.ts";
import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { toHex } from "../bytes/hex.ts";
import { isWellFormed, toUtf8 } from "../bytes/utf8.ts";
import type { Sha256 } from "../primitives.ts";

/** A public key with the name that it signs under (C2SP signed-note). */
export type VerifierKey = {
  readonly name: string;
  /** Four bytes that tell keys of one name apart; no fingerprint. */
  readonly id: Uint8Array;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
};

const ed25519Type = 1;
const publicKeyBytes = 32;
/** Of a verifier key's text in a file. */
export const keyTextBytesMax = 1024;

export function createVerifierKey(name: string, publicKey: Uint8Array, sha256: Sha256): VerifierKey {
  const typed = concatBytes([new Uint8Array([ed25519Type]), publicKey]);
  return { name, publicKey, id: sha256(concatBytes([toUtf8(`${name}\n`), typed])).slice(0, 4) };
}

/** The text that people exchange: `name+id+key`, id in hexadecimal, key in base64. */
export function formatVerifierKey(key: VerifierKey): string {
  const typed = concatBytes([new Uint8Array([ed25519Type]), key.publicKey]);
  return `${key.name}+${toHex(key.id)}+${toBase64(typed)}`;
}

/** The key, or null where the text is not one of an Ed25519 key with the id that belongs to it. */
export function parseVerifierKey(text: string, sha256: Sha256): VerifierKey | null {
  const [name = "", id = "", ...rest] = text.split("+");
  // Base64 has a + of its own.
  const typed = parseBase64(rest.join("+"));
  if (!isKeyName(name) || typed === null) return null;
  if (typed.length !== publicKeyBytes + 1 || typed[0] !== ed25519Type) return null;
  const key = createVerifierKey(name, typed.slice(1), sha256);
  return toHex(key.id) === id ? key : null;
}

/** Not empty, no space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return isWellFormed(name) && /^[^\s+\p{C}]+$/u.test(name);
}

export function isSameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && isEqualBytes(a.publicKey, b.publicKey);
}
