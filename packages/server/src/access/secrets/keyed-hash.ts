import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA-256, base64url: a name for `text` that only the holder of the key can make. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** Whether two secrets are one, in a time that says nothing about where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
