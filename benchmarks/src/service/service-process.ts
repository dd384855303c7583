import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Config, RunningService } from "@breakwater/server/service";

export type ConfigChanges = {
  readonly [Section in "service" | "detection" | "retention"]?: Partial<Config[Section]>;
};

export type ThreadMemory = Awaited<ReturnType<RunningService["memories"][string]>>;
export type Memory = NodeJS.MemoryUsage & {
  readonly cpu: NodeJS.CpuUsage;
  readonly threads: Readonly<Record<string, ThreadMemory>>;
};
export type JudgeStatus = Awaited<ReturnType<RunningService["judgeStatus"]>>;

export type ServiceProcess = {
  readonly url: string;
  readonly token: string;
  /** From the start of the process until `/readyz` said 200, milliseconds. */
  readonly readyMs: number;
  /** CPU of all its threads until then, milliseconds: the machine may be shared. */
  readonly readyCpuMs: number;
  readonly memory: () => Promise<Memory>;
  /** The same once the heaps of all its threads are collected, which holds each for some tenths of a second. */
  readonly settledMemory: () => Promise<Memory>;
  /** Null where the judge does not answer in time: it answers nothing while it judges. */
  readonly judge: (withinMs: number) => Promise<JudgeStatus | null>;
  /** Asks it to end, and ends it where it takes longer than `withinMs`. */
  readonly stop: (withinMs?: number) => Promise<void>;
};

const program = fileURLToPath(new URL("run-service.ts", import.meta.url));

/** Starts the service on a folder, in a process of its own. `BENCH_NODE_FLAGS` are given to it, for a profiler. */
export async function startServiceProcess(folder: string, changes: ConfigChanges = {}): Promise<ServiceProcess> {
  const flags = (process.env["BENCH_NODE_FLAGS"] ?? "").split(" ").filter((flag) => flag !== "");
  const child = spawn(process.execPath, [...flags, program, folder, JSON.stringify(changes)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const hear = listen(child);
  const first = await Promise.race([hear("url"), ended]);
  if (first === undefined) throw new Error("The service did not start.");
  const said = first as Pick<ServiceProcess, "url" | "token" | "readyMs" | "readyCpuMs">;
  const ask = (what: "memory" | "settled" | "judge"): Promise<unknown> => {
    const answer = hear(what);
    child.stdin?.write(`${what}\n`);
    return answer.then((said) => (said as Record<string, unknown>)[what]);
  };
  return {
    ...said,
    memory: () => ask("memory") as Promise<Memory>,
    settledMemory: () => ask("settled") as Promise<Memory>,
    judge: (withinMs) => Promise.race([ask("judge") as Promise<JudgeStatus>, wait(withinMs, null, { ref: false })]),
    stop: async (withinMs = 30_000) => {
      child.kill("SIGTERM");
      await Promise.race([ended, wait(withinMs, undefined, { ref: false })]);
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** What the child says, by the member that it holds; whoever waits for one is told once. */
function listen(child: ChildProcess): (member: string) => Promise<object> {
  const waiting: { readonly member: string; readonly resolve: (said: object) => void }[] = [];
  if (child.stdout === null) throw new Error("The service has no output.");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line) as object;
    const place = waiting.findIndex(({ member }) => member in said);
    if (place !== -1) waiting.splice(place, 1)[0]?.resolve(said);
  });
  return (member) => new Promise((resolve) => waiting.push({ member, resolve }));
}

/** Runs `work` with a folder that is gone afterwards. */
export async function inScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one of the clients in this folder to its end. Its arguments in order; what it prints is its report. */
export function runClient<Report>(name: string, args: readonly (string | number)[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(name, import.meta.url));
    const child = spawn(process.execPath, [file, ...args.map(String)], { stdio: ["ignore", "pipe", "inherit"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()) as Report);
      else reject(new Error(`${name} failed (${code}).`));
    });
  });
}
