import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createVerifierKey, type NoteSigner } from "@breakwater/ledger";
import { sha256 } from "../primitives.ts";

/** A private key in a file of its own. `number` grows with each rotation. */
export type SigningKey = NoteSigner & { readonly number: number };

const keyFile = /^signing-(\d{4})\.pem$/;

/**
 * The signing keys in a folder, oldest first: one, or two while a rotation is under way. PKCS #8 in PEM, which openssl reads;
 * readable by their owner only. The folder belongs into a backup of its own: without the key the log can be read and verified,
 * but not go on.
 */
export function listSigningKeys(folder: string, name: string): readonly SigningKey[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readdirSync(folder)
    .filter((file) => keyFile.test(file))
    .sort()
    .map((file) => {
      const privateKey = createPrivateKey(readFileSync(join(folder, file)));
      return toSigningKey(privateKey, name, Number(keyFile.exec(file)?.[1]));
    });
}

/** Makes a key and writes it durably before anything is signed with it. */
export function createSigningKey(folder: string, name: string): SigningKey {
  const number = (listSigningKeys(folder, name).at(-1)?.number ?? 0) + 1;
  const { privateKey } = generateKeyPairSync("ed25519");
  const file = join(folder, fileOf(number));
  const temporary = `${file}.new-${process.pid}`;
  writeFileSync(temporary, privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600, flush: true });
  // Fails where another process made the same number meanwhile.
  linkSync(temporary, file);
  rmSync(temporary);
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
  return toSigningKey(privateKey, name, number);
}

/** A retired key signs nothing more; keeping it would only let a thief have it. Copies of a making that was cut off go too. */
export function destroySigningKey(folder: string, number: number): void {
  const file = fileOf(number);
  for (const name of readdirSync(folder)) {
    if (name === file || name.startsWith(`${file}.new-`)) rmSync(join(folder, name), { force: true });
  }
}

function toSigningKey(privateKey: KeyObject, name: string, number: number): SigningKey {
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const key = createVerifierKey(name, new Uint8Array(spki.subarray(-32)), sha256);
  return { key, number, sign: (message) => sign(null, message, privateKey) };
}

function fileOf(number: number): string {
  return `signing-${String(number).padStart(4, "0")}.pem`;
}
