import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grepFiles } from "./grep-files.ts";
import { makeScratch } from "./testing/sample-layout.ts";

describe("grepFiles()", () => {
  it("finds what stands in a database, its write-ahead log, and what was deleted without being wiped", async () => {
    const folder = makeScratch();
    mkdirSync(join(folder, "deep"));
    const db = new DatabaseSync(join(folder, "deep/x.sqlite"));
    db.exec("PRAGMA journal_mode=WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('203.0.113.77 in the log')");
    const found = await grepFiles(folder, ["203.0.113.77", "198.51.100.1"]);
    expect(found.map(({ file, needle, form }) => [file, needle, form])).toContainEqual([
      "deep/x.sqlite-wal",
      "203.0.113.77",
      "utf8",
    ]);
    expect(found.every(({ needle }) => needle === "203.0.113.77")).toBe(true);
    db.exec("DELETE FROM t; PRAGMA wal_checkpoint(TRUNCATE)");
    expect((await grepFiles(folder, ["203.0.113.77"])).length).toBeGreaterThan(0);
    db.exec("PRAGMA secure_delete=ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    expect(await grepFiles(folder, ["203.0.113.77"])).toEqual([]);
    db.close();
  });

  it("finds it where two pieces of a file meet, once", async () => {
    const folder = makeScratch();
    const needle = "13800138000";
    for (const at of [0, (1 << 20) - 11, (1 << 20) - 5, (1 << 20) - 1, 1 << 20, (2 << 20) - 3]) {
      const bytes = Buffer.alloc((2 << 20) + 100, 0x2e);
      bytes.write(needle, at);
      writeFileSync(join(folder, "x"), bytes);
      expect(await grepFiles(folder, [needle])).toEqual([{ file: "x", needle, form: "utf8", at }]);
    }
  });

  it("finds every form of it, wherever it begins", async () => {
    const folder = makeScratch();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 8, maxLength: 20, unit: "grapheme" }),
        fc.uint8Array({ maxLength: 5 }),
        fc.uint8Array({ maxLength: 5 }),
        fc.constantFrom("utf8", "utf16le", "hex", "base64", "base64url" as const),
        async (needle, before, after, form) => {
          const whole =
            form === "utf16le"
              ? Buffer.concat([before, Buffer.from(needle, "utf16le"), after])
              : Buffer.concat([before, Buffer.from(needle), after]);
          const isText = form === "hex" || form === "base64" || form === "base64url";
          writeFileSync(join(folder, "x"), isText ? whole.toString(form) : whole);
          expect((await grepFiles(folder, [needle])).length).toBeGreaterThan(0);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  it("stops at as many as asked for, and takes no empty needle", async () => {
    const folder = makeScratch();
    writeFileSync(join(folder, "x"), "abc ".repeat(500));
    expect(await grepFiles(folder, ["abc"], { hitsMax: 3 })).toHaveLength(3);
    await expect(grepFiles(folder, [""])).rejects.toThrow("everywhere");
  });
});
