import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { measureProgram } from "./measure.ts";

const inProgram = async (source: string, run: (file: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-test-"));
  try {
    const file = join(folder, "program.mjs");
    writeFileSync(file, source);
    await run(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

it("measureProgram() sees the memory and the time of the program, not its own", async () => {
  const source =
    "const b = Buffer.alloc(3e8, 1); const t = performance.now(); while (performance.now() - t < 200); console.log(b.length);";
  await inProgram(source, async (file) => {
    const usage = await measureProgram([file]);
    expect(usage.stdout.trim()).toBe("300000000");
    expect(usage.peakBytes).toBeGreaterThan(3e8);
    expect(usage.cpuS).toBeGreaterThan(0.1);
    expect(usage.wallS).toBeGreaterThan(0.2);
  });
});

it("measureProgram() refuses the figures of a program that failed", async () => {
  await inProgram("process.exit(3)", async (file) => {
    await expect(measureProgram([file])).rejects.toThrow("the measured program failed");
  });
});
