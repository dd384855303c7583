import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, expect, it } from "vitest";
import { openRegistry } from "./registry-store.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-store-"));
const registry = join(folder, "registry.bw");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Runs the command in a process of its own, and kills it after so many milliseconds. */
function runApart(args: readonly string[], killAfterMs?: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, "registry", ...args, "--registry", registry], { stdio: "ignore" });
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

const add = (id: string) => [
  "add",
  "--by",
  "ana",
  "--claim",
  `The bridge ${id} is closed`,
  "--verdict",
  "false",
  "--id",
  id,
];

it("a command that is killed at any moment leaves the old registry or the new one", { timeout: 300_000 }, async () => {
  const startedAt = performance.now();
  await runApart(add("first"));
  const tookMs = performance.now() - startedAt;
  let known = 1;
  for (let round = 0; round < 40; round += 1) {
    const code = await runApart(add(`e${round}`), tookMs * (0.3 + 0.04 * round));
    const { size } = openRegistry(registry).registry;
    expect(size).toBeGreaterThanOrEqual(known);
    expect(size).toBeLessThanOrEqual(known + 1);
    if (code === 0) expect(size).toBe(known + 1);
    known = size;
  }
  // Some must have lived, or nothing was tried.
  expect(known).toBeGreaterThan(3);
  expect(await runApart(add("last"))).toBe(0);
  expect(existsSync(`${registry}.lock`)).toBe(false);
});

it("of many commands at once, each is carried out whole or refused", { timeout: 300_000 }, async () => {
  await runApart(add("first"));
  const codes = await Promise.all(Array.from({ length: 12 }, (_, i) => runApart(add(`e${i}`))));
  const done = codes.filter((code) => code === 0).length;
  expect(done).toBeGreaterThan(0);
  expect(codes.every((code) => code === 0 || code === 2)).toBe(true);
  expect(openRegistry(registry).registry.size).toBe(done + 1);
});
