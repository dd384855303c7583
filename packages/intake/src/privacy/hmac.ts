import { hash } from "node:crypto";

const blockBytes = 64;
const innerPad = 0x36;
const outerPad = 0x5c;

/**
 * HMAC-SHA-256 (RFC 2104) with the padded keys made once, over the one-shot `hash`. `createHmac` makes several
 * native objects per message, which beside a large heap cost more than the hashing.
 */
export function createHmacSha256(key: Uint8Array): (message: Uint8Array) => Buffer {
  const short = key.length > blockBytes ? hash("sha256", key, "buffer") : key;
  const padded = (pad: number): Buffer => {
    const block = Buffer.alloc(blockBytes, pad);
    for (const [i, byte] of short.entries()) block[i] = byte ^ pad;
    return block;
  };
  const inner = padded(innerPad);
  const outer = padded(outerPad);
  return (message) => {
    const digest = hash("sha256", Buffer.concat([inner, message]), "buffer");
    return hash("sha256", Buffer.concat([outer, digest]), "buffer");
  };
}
