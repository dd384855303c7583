import { describe, expect, it } from "vitest";
import { findTotpStep, toTotpCode, toTotpText, toTotpUri } from "./totp.ts";

const secret = new TextEncoder().encode("12345678901234567890");

describe("TOTP", () => {
  // RFC 6238, appendix B, SHA-1; six digits are the last six of its eight.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("gives at %d s what RFC 6238 gives", (seconds, code) => {
    expect(toTotpCode(secret, seconds * 1000)).toBe(code);
    expect(findTotpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it("takes the step before and the step after, and says which it was", () => {
    const at = 1_111_111_109_000;
    const step = Math.floor(at / 30_000);
    const shifts = [-2, -1, 0, 1, 2].map((shift) => findTotpStep(secret, toTotpCode(secret, at + shift * 30_000), at));
    expect(shifts).toEqual([null, step - 1, step, step + 1, null]);
  });

  it("takes six digits with or without a space, and nothing else", () => {
    expect(findTotpStep(secret, "287 082", 59_000)).toBe(1);
    for (const code of ["", "28708", "2870822", "28708a", "２８７０８２", "-87082", "94287082"]) {
      expect(findTotpStep(secret, code, 59_000), code).toBeNull();
    }
  });

  it("writes the secret as apps read it", () => {
    expect(toTotpText(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    const uri = new URL(toTotpUri(secret, { login: "ann@x", host: "b.example" }));
    expect([uri.protocol, uri.host]).toEqual(["otpauth:", "totp"]);
    expect(decodeURIComponent(uri.pathname)).toBe("/Breakwater b.example:ann@x");
    expect(uri.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  });
});
