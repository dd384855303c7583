import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLinks, linkPurposes } from "./links.ts";

const key = new Uint8Array(32).fill(3);
const links = createLinks(key);
const targets = fc.record({
  purpose: fc.constantFrom(...linkPurposes),
  id: fc.stringMatching(/^[A-Za-z0-9_.:~-]{1,150}$/),
});

describe("links", () => {
  it("opens exactly what it was made for", () => {
    fc.assert(
      fc.property(targets, targets, (one, other) => {
        const token = links.make(one);
        expect(links.open(token)).toEqual(one);
        expect(links.make(one)).toBe(token);
        const isSame = one.id === other.id && one.purpose === other.purpose;
        expect(links.make(other) === token).toBe(isSame);
      }),
    );
  });

  it("refuses whatever was changed, cut, lengthened, made up, or made under another key", () => {
    const other = createLinks(new Uint8Array(32).fill(4));
    fc.assert(
      fc.property(targets, fc.nat(), fc.integer({ min: 1, max: 255 }), (target, place, change) => {
        const token = links.make(target);
        const bytes = Buffer.from(token, "base64url");
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change;
        expect(links.open(bytes.toString("base64url"))).toBeNull();
        expect(links.open(token.slice(0, -1 - (place % token.length)))).toBeNull();
        expect(links.open(`${token}A`)).toBeNull();
        expect(other.open(token)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        expect(links.open(text)).toBeNull();
      }),
    );
  });

  it("shows neither id nor purpose, in one length for all usual ids", () => {
    const tokens = ["notice-1", "notice-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"].flatMap((id) =>
      linkPurposes.map((purpose) => links.make({ purpose, id })),
    );
    expect(new Set(tokens.map(({ length }) => length)).size).toBe(1);
    for (const token of tokens) {
      expect(Buffer.from(token, "base64url").toString("latin1")).not.toMatch(/notice|report|1b9d/);
    }
  });
});
