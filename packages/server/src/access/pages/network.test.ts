import { describe, expect, it } from "vitest";
import { createTestBytes, createTestClock } from "../testing/test-desk.ts";
import { createNetworkPseudonyms } from "./network.ts";

describe("createNetworkPseudonyms()", () => {
  const open = () => {
    const clock = createTestClock();
    return { clock, toNetwork: createNetworkPseudonyms({ randomBytes: createTestBytes("n"), now: clock.now }) };
  };

  it("gives an address one name, and one customer's IPv6 addresses the same", () => {
    const { toNetwork } = open();
    expect(toNetwork("192.0.2.7")).toBe(toNetwork("::ffff:192.0.2.7"));
    expect(toNetwork("192.0.2.7")).not.toBe(toNetwork("192.0.2.8"));
    expect(toNetwork("2001:db8:1:2::1")).toBe(toNetwork("2001:db8:1:2:ffff::9"));
    expect(toNetwork("2001:db8:1:2::1")).not.toBe(toNetwork("2001:db8:1:3::1"));
    for (const wrong of ["", "x", "300.1.1.1", "::1::"]) expect(toNetwork(wrong)).toBeNull();
  });

  it("forgets after a day who was who", () => {
    const { clock, toNetwork } = open();
    const before = toNetwork("192.0.2.7");
    clock.advance(86_400_000 - 1);
    expect(toNetwork("192.0.2.7")).toBe(before);
    clock.advance(1);
    expect(toNetwork("192.0.2.7")).not.toBe(before);
  });
});
