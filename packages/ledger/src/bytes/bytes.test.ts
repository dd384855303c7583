import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBase64, toBase64 } from "./base64.ts";
import { isWellFormed, parseUtf8, toUtf8 } from "./utf8.ts";

describe("base64", () => {
  it("is Node's, both ways", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(parseBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { seed: 3 },
    );
  });

  it.each([
    ["stray bits behind the last byte", "AB=="],
    ["stray bits behind the last two bytes", "AAB="],
    ["missing padding", "AA"],
    ["padding inside", "A=AA"],
    ["three signs of padding", "A==="],
    ["the other alphabet", "-_AA"],
    ["a newline", "AAA\n"],
  ])("%s is refused", (_, text) => {
    expect(parseBase64(text)).toBeNull();
  });
});

describe("UTF-8", () => {
  it("is Node's, both ways", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        fc.pre(isWellFormed(text));
        expect(toUtf8(text)).toEqual(new Uint8Array(Buffer.from(text)));
        expect(parseUtf8(toUtf8(text))).toBe(text);
      }),
      { seed: 4 },
    );
  });

  it("refuses exactly the bytes that a strict decoder refuses", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const byte = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xa0,
      0x9f,
      0xf0,
      0x8f,
      0x90,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 6 }), (bytes) => {
        expect(parseUtf8(new Uint8Array(bytes))).toBe(expected(new Uint8Array(bytes)));
      }),
      { seed: 5, numRuns: 4000 },
    );
  });

  it("takes texts longer than one call takes arguments", () => {
    const text = "a".repeat(200_000);
    expect(parseUtf8(toUtf8(text))).toBe(text);
  });

  it("a lone surrogate is a bug of the caller", () => {
    expect(() => toUtf8("a\ud800")).toThrow(RangeError);
  });
});
