#!/usr/bin/env node
// Plain JavaScript for Node 20.19 and later: the product runs on Node 24, which the lockfile brings along.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "../src/main.ts");

if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import(new URL("../src/main.ts", import.meta.url));
} else {
  const node = findPackagedNode(here);
  if (node === null) {
    process.stderr.write(
      `Breakwater runs on Node 24 and found none packaged for ${process.platform}-${process.arch}: run \`npm ci\` in its folder, or install Node 24 or later (this is Node ${process.versions.node}).\n`,
    );
    process.exitCode = 2;
  } else {
    runUnder(node);
  }
}

/** The executable of the platform package, looked for from here upwards as Node itself would. */
function findPackagedNode(start) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const inPackage = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", `node-${platform}-${process.arch}`, inPackage);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return null;
  }
}

function runUnder(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", () => {
    process.stderr.write(`Breakwater could not start the packaged Node 24 (${node}): run \`npm ci\` in its folder.\n`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1;
  });
}
