import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteReader, ByteWriter, checksum } from "./bytes.ts";

it("a ByteReader reads what a ByteWriter wrote", () => {
  const string = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constant("\ud800\u0000"));
  const value = fc.oneof(fc.maxSafeNat(), fc.double(), string, fc.constant("x".repeat(10_000)));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), (values) => {
      const writer = new ByteWriter();
      for (const one of values) {
        if (typeof one === "string") writer.string(one);
        else if (Number.isSafeInteger(one) && one >= 0 && !Object.is(one, -0)) writer.whole(one);
        else writer.float(one);
      }
      const reader = new ByteReader(writer.view());
      for (const one of values) {
        if (typeof one === "string") expect(reader.string()).toBe(one);
        else if (Number.isSafeInteger(one) && one >= 0 && !Object.is(one, -0)) expect(reader.whole()).toBe(one);
        else expect(reader.float()).toBe(one);
      }
      expect(reader.remaining).toBe(0);
    }),
    { seed: 1, numRuns: 25 },
  );
});

it.each([
  ["a string longer than the bytes", [0x7f], (reader: ByteReader) => reader.string()],
  ["a count larger than the bytes", [0x05, 1], (reader: ByteReader) => reader.count()],
  ["a number that never ends", Array.from({ length: 12 }, () => 0xff), (reader: ByteReader) => reader.whole()],
  ["an index out of its range", [9], (reader: ByteReader) => reader.index(9)],
])("a ByteReader refuses %s", (_, bytes, read) => {
  expect(() => read(new ByteReader(Uint8Array.from(bytes)))).toThrow(/^snapshot is damaged/);
});

it("checksum() changes with any byte and with the length", () => {
  const bytes = Uint8Array.from({ length: 50 }, (_, i) => i * 5);
  const sum = checksum(bytes);
  for (let i = 0; i < bytes.length; i++) {
    for (let bit = 0; bit < 8; bit++) expect(checksum(bytes.with(i, bytes[i] ^ (1 << bit)))).not.toBe(sum);
  }
  expect(checksum(new Uint8Array(3))).not.toBe(checksum(new Uint8Array(4)));
});
