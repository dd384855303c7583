import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createPseudonymiser } from "./pseudonymiser.ts";

const key = new Uint8Array(32).fill(1);
const made = createPseudonymiser(key);

describe("createPseudonymiser()", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9:443"],
    ["203.0.113.9", "::ffff:203.0.113.9"],
    ["203.0.113.9", " 203.0.113.9 "],
    ["2001:db8::1", "2001:0DB8:0:0:0:0:0:1"],
    ["2001:db8::1", "[2001:db8::1]:8080"],
    ["fe80::1", "fe80::1%eth0"],
    ["::", "0:0:0:0:0:0:0:0"],
    ["64:ff9b::c000:221", "64:ff9b::192.0.2.33"],
  ])("%s and %s are one address", (one, other) => {
    expect(made.toAddress(one)).not.toBeNull();
    expect(made.toAddress(other)).toEqual(made.toAddress(one));
  });

  it.each([
    ["203.0.113.9", "203.0.113.200", true],
    ["203.0.113.9", "203.0.114.9", false],
    ["2001:db8:1::1", "2001:db8:1:ffff::2", true],
    ["2001:db8:1::1", "2001:db8:2::1", false],
  ])("%s and %s share a prefix: %s", (one, other, shared) => {
    expect(made.toAddress(one)?.address).not.toBe(made.toAddress(other)?.address);
    expect(made.toAddress(one)?.prefix === made.toAddress(other)?.prefix).toBe(shared);
  });

  it.each(["", "1.2.3", "256.1.1.1", "01.2.3.4", "example.org", "1::2::3", "12:30", "g::1"])(
    "%j is no address",
    (raw) => {
      expect(made.toAddress(raw)).toBeNull();
    },
  );

  it("depends on the key, keeps uses apart, and is the HMAC that it says", () => {
    const other = createPseudonymiser(new Uint8Array(32).fill(2));
    expect(other.toDevice("d")).not.toBe(made.toDevice("d"));
    expect(new Set([made.toDevice("d"), made.toOpaque("address", "d"), made.toOpaque("prefix", "d")]).size).toBe(3);
    const expected = createHmac("sha256", key).update("device\0d").digest().subarray(0, 12).toString("base64url");
    expect(made.toDevice("d")).toBe(expected);
  });
});
