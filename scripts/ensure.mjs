// Installs what the lockfile names, once per lockfile. Plain JavaScript: it runs before Node 24 is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Breakwater needs Node 20.19 or later to set itself up; this is Node ${process.versions.node}.`);
}
const hasSibling = ["linux-x64", "linux-arm64", "win32-x64"].includes(`${process.platform}-${process.arch}`);
if (!hasSibling && major < 24) {
  fail(
    `Breakwater runs on Node 24, and none is packaged for ${process.platform}-${process.arch}: install Node 24 or later, then run this again (this is Node ${process.versions.node}).`,
  );
}

const stamp = join(root, "node_modules", ".breakwater-lock");
const lockHash = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lockHash) {
  process.stderr.write("Setting up: npm ci (once per lockfile)\n");
  const npm = process.env.npm_execpath;
  const words = ["ci", "--no-audit", "--no-fund"];
  const result = spawnSync(npm === undefined ? "npm" : process.execPath, npm === undefined ? words : [npm, ...words], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: npm === undefined && process.platform === "win32",
  });
  if (result.status !== 0) fail("npm ci did not succeed; its own message stands above.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockHash);
}

// A console that cannot be built is no reason not to start: the service says so at its address.
const build = spawnSync(process.execPath, [join(root, "packages/console/build.mjs")], {
  stdio: ["ignore", 2, "inherit"],
});
if (build.status !== 0) process.stderr.write("The console could not be built; its own message stands above.\n");

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
