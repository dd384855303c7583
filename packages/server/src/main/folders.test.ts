import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolders, toLayout } from "./layout.ts";
import { LockedError, takeLock } from "./process-lock.ts";
import { readSealKey } from "./seal-key.ts";

const scratch = (): string => mkdtempSync(join(tmpdir(), "breakwater-main-"));

describe("makeFolders()", () => {
  it("makes folders for their owner alone", () => {
    const at = scratch();
    const layout = toLayout({ data: join(at, "data"), keys: join(at, "keys") });
    makeFolders(layout);
    makeFolders(layout);
    expect(statSync(layout.signingKeys).mode & 0o777).toBe(0o700);
  });

  it.each([
    ["data", "data/keys"],
    ["keys/data", "keys"],
    ["both", "both"],
  ])("refuses data in %s with keys in %s", (data, keys) => {
    const at = scratch();
    expect(() => makeFolders(toLayout({ data: join(at, data), keys: join(at, keys) }))).toThrow("folders apart");
  });
});

describe("takeLock()", () => {
  it("keeps another process off until released", () => {
    const path = join(scratch(), "lock.sqlite");
    const lock = takeLock(path);
    const module = new URL("process-lock.ts", import.meta.url).href;
    const other = (): string =>
      spawnSync(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          `import { takeLock } from ${JSON.stringify(module)};
           try { takeLock(${JSON.stringify(path)}); console.log("taken"); } catch (error) { console.log(error.name); }`,
        ],
        { encoding: "utf8" },
      ).stdout.trim();
    expect(other()).toBe("LockedError");
    expect(() => takeLock(path)).toThrow(LockedError);
    lock.release();
    expect(other()).toBe("taken");
  });
});

describe("readSealKey()", () => {
  it("makes a key once and reads it ever after", () => {
    const path = join(scratch(), "seal.key");
    const key = readSealKey(path, randomBytes);
    expect(key).toHaveLength(32);
    expect(Buffer.from(readSealKey(path, randomBytes)).equals(Buffer.from(key))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
