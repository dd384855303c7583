import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/utf8.ts";
import { cipher, sha256 } from "../testing/primitives.ts";
import { encodeEntry, parseEntry, type Entry } from "./entry.ts";
import { findFactFault, type EntryFacts } from "./facts.ts";
import { commitPayload, openPayload, sealPayload } from "./payload.ts";

const at = Date.UTC(2026, 5, 1);
const entry: Entry = {
  sequence: 41,
  at,
  type: "decision_taken",
  rule: "CW-12",
  level: 4,
  role: "approver",
  times: { happened: at - 5, expires: at + 86_400_000 },
  about: 40,
  commitment: sha256(toUtf8("x")),
};

describe("entries", () => {
  it("have one form in bytes", () => {
    expect(Buffer.from(encodeEntry(entry)).toString()).toBe(
      '{"about":40,"at":1780272000000,"commitment":"LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=","level":4,"role":"approver",' +
        '"rule":"CW-12","sequence":41,"times":{"expires":1780358400000,"happened":1780271999995},"type":"decision_taken","version":1}',
    );
    expect(parseEntry(encodeEntry(entry))).toEqual(entry);
  });

  it("without a payload have no commitment", () => {
    const { commitment: _, ...bare } = entry;
    expect(parseEntry(encodeEntry(bare))).toEqual(bare);
  });

  it("that say words or counts are of version 2", () => {
    const { commitment: _, ...bare } = entry;
    const said: Entry = { ...bare, words: { outcome: "upheld" }, counts: { items: 3 } };
    const bytes = Buffer.from(encodeEntry(said)).toString();
    expect(bytes).toContain('"version":2,"words":{"outcome":"upheld"}');
    expect(parseEntry(toUtf8(bytes))).toEqual(said);
    expect(parseEntry(toUtf8(bytes.replace('"version":2', '"version":1')))).toBeNull();
    for (const words of ['"words":{}', '"words":{"outcome":5}', '"words":["upheld"]', '"words":{"outcome":"Li Lei"}']) {
      expect(parseEntry(toUtf8(bytes.replace('"words":{"outcome":"upheld"}', words)))).toBeNull();
    }
  });

  const text = Buffer.from(encodeEntry(entry)).toString();
  it.each([
    ["an unknown member", text.replace('{"about"', '{"a":1,"about"')],
    ["another version", text.replace('"version":1', '"version":2')],
    ["no time", text.replace(/"at":\d+,/, "")],
    ["a time as text", text.replace(/"at":\d+/, '"at":"now"')],
    ["a negative sequence", text.replace('"sequence":41', '"sequence":-1')],
    ["a fraction of a sequence", text.replace('"sequence":41', '"sequence":41.5')],
    ["a short commitment", text.replace(/"commitment":"[^"]*"/, '"commitment":"AAAA"')],
    ["a commitment that is no base64", text.replace(/"commitment":"[^"]*"/, '"commitment":"?"')],
    ["a list of times", text.replace(/"times":\{[^}]*\}/, '"times":[1]')],
    ["about itself", text.replace('"about":40', '"about":41')],
    ["no object", "[]"],
    ["nothing", "null"],
  ])("%s: refused", (_, changed) => {
    expect(changed).not.toBe(text);
    expect(parseEntry(toUtf8(changed))).toBeNull();
  });
});

/** As JavaScript and careless types let through. */
const withMember = (member: object): EntryFacts => ({ type: "x", ...member });

describe("findFactFault() keeps out what could name somebody", () => {
  it.each<[string, EntryFacts, ReturnType<typeof findFactFault>]>([
    ["plain facts", { type: "evidence_kept" }, null],
    ["a sentence for a type", { type: "decision about Li Lei" }, "type"],
    ["a name in Chinese", { type: "x", role: "李雷" }, "role"],
    ["a phone number for a rule", { type: "x", rule: "13800138000" }, "rule"],
    ["a phone number inside a type", { type: "about_13800138000" }, "type"],
    ["an address for a rule", { type: "x", rule: "a@b.example" }, "rule"],
    ["a rung that the ladder has not", { type: "x", level: 11 }, "level"],
    ["a time before 1970", { type: "x", times: { happened: -1 } }, "times"],
    ["nine times", { type: "x", times: Object.fromEntries("abcdefghi".split("").map((name) => [name, 1])) }, "times"],
    ["a sentence for a word", { type: "x", words: { reason: "Li Lei" } }, "words"],
    ["a phone number for a word", { type: "x", words: { reason: "n13800138000" } }, "words"],
    ["words about nothing", { type: "x", words: {} }, "words"],
    ["a phone number for a count", { type: "x", counts: { items: 13_800_138_000 } }, "counts"],
    ["a negative count", { type: "x", counts: { items: -1 } }, "counts"],
    [
      "seventeen counts",
      { type: "x", counts: Object.fromEntries("abcdefghijklmnopq".split("").map((n) => [n, 1])) },
      "counts",
    ],
    ["an entry that is not yet there", { type: "x", about: 5 }, "about"],
    ["an erasure of nothing", { type: "payload_erased" }, "about"],
    ["a rotation without a key", { type: "key_rotated" }, "key"],
    ["a key in another entry", { type: "x", key: "k" }, "key"],
    ["a member that nobody knows", withMember({ note: "Li Lei" }), "member"],
    ["a place of its own choice", withMember({ sequence: 3 }), "member"],
  ])("%s", (_, facts, fault) => {
    expect(findFactFault(facts, 5)).toBe(fault);
  });

  it.each<[string, object]>([
    ["facts of this kind", { type: "Not a code" }],
    ["a member that nobody knows", { note: "Li Lei said so" }],
    ["a member without a value", { rule: undefined }],
    ["a rule that is a number", { rule: 12 }],
    ["a time past 2100", { at: 4_133_980_800_000 }],
    ["a fraction of a millisecond", { at: at + 0.5 }],
    ["a place before the first", { sequence: -1 }],
    ["half a commitment", { commitment: new Uint8Array(16) }],
  ])("%s cannot be encoded by mistake", (_, change) => {
    expect(() => encodeEntry({ sequence: 0, at, type: "x", ...change })).toThrow(RangeError);
  });
});

describe("payloads", () => {
  const secret = { key: new Uint8Array(32).fill(7), salt: new Uint8Array(32).fill(9) };
  const primitives = { sha256, cipher };

  it("open again with their own secret, and in no other way", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (payload, pick) => {
        const sealed = sealPayload(payload, secret, primitives);
        expect(openPayload(sealed, secret, primitives)).toEqual(payload);
        const bytes = sealed.sealed;
        const flipped = { ...sealed, sealed: bytes.with(pick % bytes.length, (bytes[pick % bytes.length] ?? 0) ^ 1) };
        expect(openPayload(flipped, secret, primitives)).toBeNull();
        expect(openPayload(sealed, { ...secret, salt: new Uint8Array(32) }, primitives)).toBeNull();
        expect(openPayload(sealed, { ...secret, key: new Uint8Array(32) }, primitives)).toBeNull();
        const other = { ...sealed, commitment: commitPayload(toUtf8("other"), secret.salt, sha256) };
        expect(openPayload(other, secret, primitives)).toBeNull();
      }),
      { seed: 7 },
    );
  });

  it("of equal texts have unlike commitments", () => {
    const again = sealPayload(toUtf8("yes"), { ...secret, salt: new Uint8Array(32).fill(1) }, primitives);
    expect(again.commitment).not.toEqual(sealPayload(toUtf8("yes"), secret, primitives).commitment);
  });

  it("a salt of another length is a bug", () => {
    expect(() => commitPayload(new Uint8Array(), new Uint8Array(31), sha256)).toThrow(RangeError);
  });
});
