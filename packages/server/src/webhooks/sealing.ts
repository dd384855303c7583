import { createCipheriv, createDecipheriv } from "node:crypto";

/** Seals what must not be read from the database alone. `place` is where it stands: what is moved elsewhere does not open. */
export interface Sealing {
  seal(plaintext: string, place: string): Uint8Array;
  /** Null where it was sealed under another key, for another place, or was changed. */
  open(sealed: Uint8Array, place: string): string | null;
}

const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16];

/** AES-256-GCM: nonce, ciphertext, tag. The key is kept apart from the database and its backups. */
export function createSealing(key: Uint8Array, randomBytes: (length: number) => Uint8Array): Sealing {
  if (key.length !== keyBytes) throw new RangeError(`A sealing key has ${keyBytes} bytes, not ${key.length}.`);
  return {
    seal(plaintext, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, place) {
      if (sealed.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      try {
        const start = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
        return Buffer.concat([start, decipher.final()]).toString("utf8");
      } catch {
        // The one sign that node:crypto gives of a tag that does not fit.
        return null;
      }
    },
  };
}
