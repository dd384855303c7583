import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createHmacSha256 } from "./hmac.ts";

describe("createHmacSha256()", () => {
  it.each([0, 16, 63, 64, 65, 200])("is HMAC-SHA-256 under a key of %d bytes", (keyBytes) => {
    const key = Uint8Array.from({ length: keyBytes }, (_, i) => i * 7);
    for (const message of ["", "a", "b".repeat(1000)].map((text) => Buffer.from(text))) {
      expect(createHmacSha256(key)(message)).toEqual(createHmac("sha256", key).update(message).digest("base64url"));
    }
  });
});
