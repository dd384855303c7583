import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 as nodeCrc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/utf8.ts";
import { crc32 } from "./crc32.ts";
import { parseZip, writeZip } from "./zip.ts";

const files = new Map([
  ["b/two.txt", toUtf8("two")],
  ["a.txt", toUtf8("one")],
  ["b/empty", new Uint8Array()],
]);
const hasUnzip = ((): boolean => {
  try {
    execFileSync("unzip", ["-v"]);
    return true;
  } catch {
    return false;
  }
})();

describe("zip", () => {
  it("gives back the files, in any order put in the same bytes", () => {
    const zip = writeZip(files);
    expect(parseZip(zip)).toEqual(files);
    expect(writeZip(new Map([...files].reverse()))).toEqual(zip);
    expect(parseZip(writeZip(new Map()))).toEqual(new Map());
  });

  it.skipIf(!hasUnzip)("is a zip to unzip too (skipped where there is none)", () => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-zip-"));
    writeFileSync(join(folder, "x.zip"), writeZip(files));
    expect(execFileSync("unzip", ["-tqq", "x.zip"], { cwd: folder, encoding: "utf8" })).toBe("");
    execFileSync("unzip", ["-qq", "x.zip"], { cwd: folder });
    for (const [path, bytes] of files) expect(new Uint8Array(readFileSync(join(folder, path)))).toEqual(bytes);
    rmSync(folder, { recursive: true });
  });

  it("no changed, missing or added byte is taken", () => {
    const zip = writeZip(files);
    for (let at = 0; at < zip.length; at++) {
      for (const bit of [1, 0x80]) expect(parseZip(zip.with(at, (zip[at] ?? 0) ^ bit))).toBeNull();
      expect(parseZip(zip.subarray(0, at))).toBeNull();
    }
    expect(parseZip(new Uint8Array([...zip, 0]))).toBeNull();
    expect(parseZip(new Uint8Array([0, ...zip]))).toBeNull();
  });

  it.each(["../up", "/root", "a//b", "a/../b", ".hidden", "a/.b", "a\\b", "", "a b", "é", "x".repeat(201)])(
    "no file is called %j",
    (path) => {
      expect(() => writeZip(new Map([[path, new Uint8Array()]]))).toThrow(RangeError);
    },
  );

  it("anything at all is refused, and quickly", () => {
    const zip = writeZip(files);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(zip.length), fc.nat(zip.length), (junk, at, to) => {
        const spliced = new Uint8Array([...zip.subarray(0, at), ...junk, ...zip.subarray(to)]);
        expect(parseZip(junk)).toBeNull();
        const isSame = Buffer.compare(spliced, zip) === 0;
        expect(parseZip(spliced) === null).toBe(!isSame);
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});

it("crc32() is zlib's", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(crc32(bytes)).toBe(nodeCrc32(bytes));
    }),
    { seed: 10 },
  );
});
