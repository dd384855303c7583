import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

const keyBytes = 32;

/** The key that secrets in the database are sealed under; made at the first run, readable by its owner alone. */
export function readSealKey(path: string, randomBytes: (length: number) => Uint8Array): Uint8Array {
  const held = readKey(path);
  if (held !== null) {
    if (held.length !== keyBytes) throw new Error(`The key in ${path} has ${held.length} bytes, not ${keyBytes}.`);
    return held;
  }
  const key = randomBytes(keyBytes);
  const file = openSync(`${path}.new`, "w", 0o600);
  writeSync(file, key);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return key;
}

function readKey(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
