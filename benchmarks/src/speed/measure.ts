import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Usage = {
  readonly wallS: number;
  /** User and system, all threads and child processes together. */
  readonly cpuS: number;
  /** Of the largest process. */
  readonly peakBytes: number;
  readonly stdout: string;
};

const meter = new URL("meter.ts", import.meta.url).href;

/** Runs a Node program as a process of its own and measures it from outside. Throws when it fails. */
export async function measureProgram(args: readonly string[], flags: readonly string[] = []): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-meter-"));
  try {
    const started = performance.now();
    const { code, stdout, stderr } = await runToEnd([...flags, ...args], {
      ...process.env,
      NODE_OPTIONS: `--import=${meter}`,
      BREAKWATER_METER: folder,
    });
    const wallS = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`the measured program failed: ${args.join(" ")}: ${stderr.slice(-2000)}`);
    const parts = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as { cpuS: number; peakBytes: number },
    );
    return {
      wallS,
      cpuS: parts.reduce((sum, part) => sum + part.cpuS, 0),
      peakBytes: Math.max(...parts.map((part) => part.peakBytes)),
      stdout,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runToEnd(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}
