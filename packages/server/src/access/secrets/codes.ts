import { createHash } from "node:crypto";

/** What a token looks like from outside: a prefix that scanners for secrets can look for, and 256 bits. */
const tokenPattern = /^bwt_[A-Za-z0-9_-]{43}$/;
const codePattern = /^[A-Za-z0-9_-]{43}$/;

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const recoveryLength = 25;
const recoveryGroup = 5;

export const secretBytes = 32;

export function toToken(random: Uint8Array): string {
  return `bwt_${toCode(random)}`;
}

export function isToken(text: string): boolean {
  return tokenPattern.test(text);
}

/** A code for a cookie or a link. */
export function toCode(random: Uint8Array): string {
  if (random.length !== secretBytes) throw new Error(`A secret has ${secretBytes} bytes, not ${random.length}.`);
  return Buffer.from(random).toString("base64url");
}

export function isCode(text: string): boolean {
  return codePattern.test(text);
}

/** 125 bits for somebody to write down: `abcde-fghij-klmno-pqrst-uvwxy`. */
export function toRecoveryCode(random: Uint8Array): string {
  const letters = [...random.subarray(0, recoveryLength)].map((byte) => base32[byte % base32.length] ?? "");
  if (letters.length !== recoveryLength) throw new Error(`A recovery code needs ${recoveryLength} bytes.`);
  return Array.from({ length: recoveryLength / recoveryGroup }, (_, group) =>
    letters.slice(group * recoveryGroup, (group + 1) * recoveryGroup).join(""),
  ).join("-");
}

/** A recovery code as somebody typed it, in its one form; null where it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return letters.length === recoveryLength && /^[a-z2-7]+$/.test(letters) ? letters : null;
}

/** What is kept of a secret that is itself random enough that nobody can guess it: SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
