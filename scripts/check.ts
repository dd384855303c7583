// The whole check, in the order in which a fault is cheapest to mend. CI runs exactly this.
import { spawnSync } from "node:child_process";
import { listBreaches } from "./walls.ts";

const steps: readonly (readonly [string, readonly string[]])[] = [
  ["format", ["oxfmt", "--check", "."]],
  ["lint", ["oxlint", "--type-aware", "--deny-warnings"]],
  ["types (pure rooms)", ["tsc", "-p", "tsconfig.pure.json"]],
  ["types (all)", ["tsc", "-p", "tsconfig.json"]],
  ["types (console)", ["tsc", "-p", "packages/console/tsconfig.json"]],
  ["types (console, tests)", ["tsc", "-p", "packages/console/tsconfig.testing.json"]],
  ["tests", ["vitest", "run"]],
];

const breaches = listBreaches();
if (breaches.length > 0) {
  process.stderr.write(`walls:\n  ${breaches.join("\n  ")}\n`);
  process.exit(1);
}
process.stdout.write("walls: ok\n");

for (const [name, command] of steps) {
  const startedAt = performance.now();
  const result = spawnSync(command[0] ?? "", command.slice(1), {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (result.status !== 0) {
    process.stderr.write(`${name}: failed after ${seconds} s\n`);
    process.exit(1);
  }
  process.stdout.write(`${name}: ok (${seconds} s)\n`);
}
