import { concatBytes, isEqualBytes } from "../bytes/bytes.ts";
import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { parseUtf8, toUtf8 } from "../bytes/utf8.ts";
import type { VerifyEd25519 } from "../primitives.ts";
import { isKeyName, type VerifierKey } from "./verifier-key.ts";

/** A text and the signatures under it (C2SP signed-note). The text means nothing before a signature is verified. */
export type SignedNote = {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

export type NoteSignature = { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array };

/** A key that can sign. `sign` is Ed25519 over the bytes as they are. */
export type NoteSigner = { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array };

export const noteLimits = { bytesMax: 65_536, signaturesMax: 64 } as const;

const signaturePrefix = "\u2014 ";
const idBytes = 4;

/** `text` ends in a newline and does not look like a note itself. Every signer signs the same bytes. */
export function signNote(text: string, signers: readonly NoteSigner[]): Uint8Array {
  const message = toUtf8(text);
  const lines = signers.map(({ key, sign }) => {
    return `${signaturePrefix}${key.name} ${toBase64(concatBytes([key.id, sign(message)]))}\n`;
  });
  return toUtf8(`${text}\n${lines.join("")}`);
}

/** The parts of a note, or null where the bytes are not one. Nothing is verified yet. */
export function parseNote(bytes: Uint8Array): SignedNote | null {
  if (bytes.length > noteLimits.bytesMax) return null;
  const whole = parseUtf8(bytes);
  if (whole === null || hasControl(whole) || !whole.endsWith("\n")) return null;
  const gap = whole.lastIndexOf("\n\n");
  if (gap < 0) return null;
  const lines = whole.slice(gap + 2, -1).split("\n");
  if (lines.length > noteLimits.signaturesMax) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === null) return null;
    signatures.push(signature);
  }
  return { text: whole.slice(0, gap + 1), signatures };
}

/**
 * The given keys that signed the note, each once, in the order of `keys`; empty where none did. Signatures of keys that
 * are not given are passed over, as the specification asks; a failing one of a given key spoils the whole note.
 */
export function listNoteSigners(
  note: SignedNote,
  keys: readonly VerifierKey[],
  verifyEd25519: VerifyEd25519,
): readonly VerifierKey[] {
  const message = toUtf8(note.text);
  const signers: VerifierKey[] = [];
  for (const key of keys) {
    const own = note.signatures.filter(({ name, id }) => name === key.name && isEqualBytes(id, key.id));
    if (own.some(({ signature }) => !verifyEd25519(key.publicKey, message, signature))) return [];
    if (own.length > 0) signers.push(key);
  }
  return signers;
}

/** The 64 bytes with which `key` signed the note; empty where it did not. Nothing is verified. */
export function signatureOf(bytes: Uint8Array, key: VerifierKey): Uint8Array {
  const own = parseNote(bytes)?.signatures.find(({ name, id }) => name === key.name && isEqualBytes(id, key.id));
  return own?.signature ?? new Uint8Array(0);
}

function parseSignatureLine(line: string): NoteSignature | null {
  if (!line.startsWith(signaturePrefix)) return null;
  const [name = "", encoded = "", ...rest] = line.slice(signaturePrefix.length).split(" ");
  const bytes = parseBase64(encoded);
  if (!isKeyName(name) || rest.length > 0 || bytes === null || bytes.length <= idBytes) return null;
  return { name, id: bytes.slice(0, idBytes), signature: bytes.slice(idBytes) };
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
}
