import { hash } from "node:crypto";

const blockBytes = 64;
const innerPad = 0x36;
const outerPad = 0x5c;

const digestBytes = 32;

/**
 * HMAC-SHA-256 (RFC 2104) in base64url, with the padded keys made once, over the one-shot `hash`. `createHmac` makes several
 * native objects per message, which beside a large heap cost more than the hashing; and a digest comes three times as fast
 * as a string as in a buffer.
 */
export function createHmacSha256(key: Uint8Array): (message: Uint8Array) => string {
  const short = key.length > blockBytes ? hash("sha256", key, "buffer") : key;
  const padded = (pad: number, room: number): Buffer => {
    const block = Buffer.alloc(blockBytes + room, 0).fill(pad, 0, blockBytes);
    for (const [i, byte] of short.entries()) block[i] = byte ^ pad;
    return block;
  };
  const inner = padded(innerPad, 0);
  const outer = padded(outerPad, digestBytes);
  return (message) => {
    outer.write(hash("sha256", Buffer.concat([inner, message]), "hex"), blockBytes, "hex");
    return hash("sha256", outer, "base64url");
  };
}
