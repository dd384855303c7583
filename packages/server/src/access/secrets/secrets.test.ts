import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTestBytes } from "../testing/test-desk.ts";
import { hashSecret, isCode, isToken, readRecoveryCode, toCode, toRecoveryCode, toToken } from "./codes.ts";
import { deriveKey } from "./derive-key.ts";
import { isSameSecret, keyedHash } from "./keyed-hash.ts";
import { seal, unseal } from "./seal.ts";
import { createTotpVault } from "./totp-vault.ts";

const bytes = createTestBytes("secrets");
const seeded = { seed: 7, numRuns: 200 } as const;

describe("codes", () => {
  it("have a form by which they are known, and no other", () => {
    const [token, code] = [toToken(bytes(32)), toCode(bytes(32))];
    expect([isToken(token), isCode(code), isToken(code), isCode(token)]).toEqual([true, true, false, false]);
    for (const wrong of ["", "bwt_", `${token}a`, token.slice(0, -1), ` ${token}`, `${token}\n`, "bwt_".repeat(12)]) {
      expect(isToken(wrong), wrong).toBe(false);
    }
    expect(() => toCode(bytes(16))).toThrow("32 bytes");
    expect(hashSecret("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("of recovery are read however they are typed", () => {
    const code = toRecoveryCode(bytes(25));
    expect(code).toMatch(/^(?:[a-z2-7]{5}-){4}[a-z2-7]{5}$/);
    const plain = code.replaceAll("-", "");
    for (const typed of [code, code.toUpperCase(), ` ${plain} `, code.replaceAll("-", " ")]) {
      expect(readRecoveryCode(typed)).toBe(plain);
    }
    for (const typed of ["", "123456", plain.slice(1), `${plain}a`, plain.replace(/./, "1")]) {
      expect(readRecoveryCode(typed)).toBeNull();
    }
  });
});

describe("seal()", () => {
  const [key, other] = [deriveKey(bytes(32), "totp"), deriveKey(bytes(32), "totp")];

  it("opens under its key and context, and no changed byte opens", () => {
    const property = fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), (plain, at) => {
      const sealed = seal(plain, { key, nonce: bytes(12), context: "a" });
      expect(unseal(sealed, { key, context: "a" })).toEqual(plain);
      expect(unseal(sealed, { key, context: "b" })).toBeNull();
      expect(unseal(sealed, { key: other, context: "a" })).toBeNull();
      const index = at % sealed.length;
      expect(unseal(sealed.with(index, (sealed[index] ?? 0) ^ 1), { key, context: "a" })).toBeNull();
      expect(unseal(sealed.subarray(0, index), { key, context: "a" })).toBeNull();
    });
    fc.assert(property, seeded);
  });

  it("binds a TOTP secret to its person", () => {
    const vault = createTotpVault(key, bytes);
    const sealed = vault.seal("ann", new Uint8Array([1, 2, 3]));
    expect(vault.open("ann", sealed)).toEqual(new Uint8Array([1, 2, 3]));
    expect(() => vault.open("bob", sealed)).toThrow("does not open");
  });
});

it("deriveKey() makes another key for each purpose, and takes no short key", () => {
  const root = bytes(32);
  const names = (["totp", "password", "login", "identity", "device"] as const).map((purpose) =>
    Buffer.from(deriveKey(root, purpose)).toString("hex"),
  );
  expect(new Set(names).size).toBe(5);
  expect(() => deriveKey(bytes(16), "totp")).toThrow("32 bytes");
});

it("isSameSecret() compares what it is given, whatever the lengths", () => {
  const key = bytes(32);
  expect(isSameSecret(keyedHash(key, "a"), keyedHash(key, "a"))).toBe(true);
  expect(isSameSecret(keyedHash(key, "a"), keyedHash(key, "b"))).toBe(false);
  expect(isSameSecret("", "a")).toBe(false);
});
