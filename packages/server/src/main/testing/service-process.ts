import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What the process says of itself. */
export type ServiceWord =
  | { readonly word: "ready"; readonly url: string; readonly token: string; readonly session: string }
  | { readonly word: "token"; readonly id: string; readonly secret: string }
  /** Of a token that it made: about to be revoked, and then revoked. */
  | { readonly word: "revoking" | "revoked"; readonly id: string }
  | { readonly word: "failed"; readonly why: string };

export type ServiceProcess = {
  readonly child: ChildProcess;
  /** Resolves with where it answers; with null where it ended before it did. */
  readonly ready: Promise<Extract<ServiceWord, { word: "ready" }> | null>;
  readonly kill: () => Promise<void>;
  /** Lets it catch up and close; its exit code. */
  readonly end: () => Promise<number | null>;
  /** Closes it wherever its judge is; its exit code. */
  readonly stop: () => Promise<number | null>;
};

const program = fileURLToPath(new URL("serve-until-killed.ts", import.meta.url));

/** Starts a service of its own on a folder. `hear` gets each word as it is said: what was said is acknowledged. */
export function startServiceProcess(
  folder: string,
  known: { readonly token: string; readonly session: string } | null,
  hear: (word: ServiceWord) => void,
): ServiceProcess {
  const child = spawn(process.execPath, [program, folder, ...(known === null ? [] : [known.token, known.session])], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  const ready = new Promise<Extract<ServiceWord, { word: "ready" }> | null>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const word = toWord(line);
      if (word === null) return;
      hear(word);
      if (word.word === "ready") resolve(word);
    });
    void ended.then(() => resolve(null));
  });
  return {
    child,
    ready,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    end: () => {
      child.kill("SIGTERM");
      return ended;
    },
    stop: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

/** Null for the half line that a killed process leaves. */
function toWord(line: string): ServiceWord | null {
  try {
    return JSON.parse(line) as ServiceWord;
  } catch {
    return null;
  }
}
