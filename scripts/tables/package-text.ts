import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * One text file of a published package, fetched into a temporary folder. For sources that are far larger than what we
 * take from them: they would burden every install as development dependencies.
 */
export function readPackageText(name: string, version: string, file: string): string {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-tables-"));
  execFileSync("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-save", `${name}@${version}`]);
  return readFileSync(join(folder, "node_modules", name, file), "utf8");
}
