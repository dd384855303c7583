import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const dataRoot = env["BREAKWATER_DATA"] ?? fileURLToPath(new URL("../../../../../shared/data", import.meta.url));

/** Others' test data, which is not ours to copy: looked for outside of the repository, tests that need it are skipped without. */
export function hasArchive(name: string): boolean {
  return existsSync(join(dataRoot, "ledger", name));
}

/** Unpacks an archive for the tests of this file, and says where a path inside it is. */
export function useArchive(name: string): (path: string) => string {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "breakwater-archive-"));
    execFileSync("tar", ["xzf", join(dataRoot, "ledger", name), "-C", folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (path) => join(folder, path);
}
