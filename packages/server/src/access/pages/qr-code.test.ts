import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { toQrCode } from "./qr-code.ts";

const uri =
  "otpauth://totp/Breakwater%20example:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&period=30&digits=6&algorithm=SHA1";

describe("toQrCode()", () => {
  it("draws the modules of the code, each in its place, inside a border of four", () => {
    const { markup } = toQrCode(uri, "QR <code>");
    const { data, size } = encode(uri, { ecc: "M", border: 4 });
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    for (const [, x = "", y = "", run = ""] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(run); i += 1) {
        const row = drawn[Number(y)] ?? [];
        row[Number(x) + i] = true;
      }
    }
    expect(drawn).toEqual(data);
    expect(drawn.slice(0, 4).flat()).not.toContain(true);
    // Three finders: a frame of seven by seven in three corners.
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      expect(drawn[y]?.slice(x, x + 7)).toEqual(Array.from({ length: 7 }, () => true));
    }
    expect(markup).toContain("QR &lt;code&gt;");
    expect(markup).not.toMatch(/style=|<script|href|secret/);
  });
});
