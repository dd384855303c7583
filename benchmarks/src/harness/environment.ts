import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { repositoryRoot } from "../data/folder.ts";

export type Environment = {
  readonly commit: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
};

export function readEnvironment(): Environment {
  const processors = cpus();
  return {
    commit: readCommit(),
    node: process.version,
    cpu: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
  };
}

/** Running programs per core over the last minute, this one included. */
export function loadPerCore(): number {
  return (loadavg()[0] ?? 0) / cpus().length;
}

function readCommit(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: repositoryRoot, encoding: "utf8" }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", "packages", "benchmarks/src");
    return git("rev-parse", "--short=10", "HEAD") + (changed === "" ? "" : "+changes");
  } catch {
    return "unknown";
  }
}
