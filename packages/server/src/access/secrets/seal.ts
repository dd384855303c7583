import { createCipheriv, createDecipheriv } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: nonce, cipher text, tag. `context` is not kept, and opening needs the same. `nonce` is random and used once. */
export function seal(
  bytes: Uint8Array,
  { key, nonce, context }: { readonly key: Uint8Array; readonly nonce: Uint8Array; readonly context: string },
): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  return Uint8Array.from(Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

/** Null for what was not sealed under this key and in this context, or was changed since. */
export function unseal(
  sealed: Uint8Array,
  { key, context }: { readonly key: Uint8Array; readonly context: string },
): Uint8Array | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const body = sealed.subarray(nonceBytes, -tagBytes);
    return Uint8Array.from(Buffer.concat([decipher.update(body), decipher.final()]));
  } catch {
    return null;
  }
}

export const sealNonceBytes: number = nonceBytes;
