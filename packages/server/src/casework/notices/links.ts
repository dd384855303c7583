import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What whoever holds a link may do: read and answer one notice, follow one report, or read the answer to one request for a correction. */
export const linkPurposes = ["notice", "report", "correction"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
export type LinkTarget = { readonly purpose: LinkPurpose; readonly id: string };

export interface Links {
  /** The same token for the same target: it is made again when it is needed, and kept nowhere. */
  make(target: LinkTarget): string;
  /** Null for everything that this service did not make. Whether what it opens is still open is not said here. */
  open(token: string): LinkTarget | null;
}

const [nonceBytes, tagBytes, blockBytes] = [12, 16, 64];
export const tokenCharactersMax = 512;

/**
 * Tokens in the manner of SIV (RFC 5297): AES-256-GCM with a nonce that is the keyed hash of what is sealed. Nothing can be read in one, none can be
 * made or changed without the key, and their length says nothing of the target. `key`: 32 bytes kept apart from the data.
 */
export function createLinks(key: Uint8Array): Links {
  const derive = (use: string): Uint8Array => new Uint8Array(hkdfSync("sha256", key, "breakwater notices", use, 32));
  const [sealKey, nonceKey] = [derive("seal"), derive("nonce")];
  const toNonce = (text: Uint8Array): Uint8Array =>
    createHmac("sha256", nonceKey).update(text).digest().subarray(0, nonceBytes);
  return {
    make: ({ purpose, id }) => {
      const text = Buffer.from(`${purpose} ${id}`);
      const padded = Buffer.alloc(Math.ceil((text.length + 1) / blockBytes) * blockBytes);
      text.copy(padded);
      const nonce = toNonce(padded);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
      return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open: (token) => {
      if (token.length > tokenCharactersMax || !/^[\w-]+$/.test(token)) return null;
      const bytes = Buffer.from(token, "base64url");
      // Base64 has more than one form of the same bytes; only the one that we make is taken.
      const isOurs = bytes.length >= nonceBytes + blockBytes + tagBytes && bytes.toString("base64url") === token;
      if (!isOurs) return null;
      const nonce = bytes.subarray(0, nonceBytes);
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, nonce);
        decipher.setAuthTag(bytes.subarray(-tagBytes));
        const padded = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
        return timingSafeEqual(toNonce(padded), nonce) ? readTarget(padded) : null;
      } catch {
        return null;
      }
    },
  };
}

function readTarget(padded: Buffer): LinkTarget | null {
  const end = padded.indexOf(0);
  const [, name, id] = /^(\w+) (.+)$/s.exec(padded.subarray(0, end).toString("utf8")) ?? [];
  const purpose = linkPurposes.find((known) => known === name);
  return purpose === undefined || id === undefined ? null : { purpose, id };
}
