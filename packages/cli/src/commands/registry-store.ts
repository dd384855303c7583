import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import {
  createRegistry,
  decodeRegistryFile,
  encodeRegistryFile,
  type Registry,
  type RegistryFile,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import { fillPhrase } from "../words/phrase.ts";
import { fileRefusalWords } from "../words/registry-terms.ts";
import { codeOf } from "./read-file.ts";
import { indexSection, openForChecks, type IndexProgress } from "./registry-index.ts";

export const defaultRegistry = "registry.bw";

/** Reads a registry file in one go. Throws `CliError` where there is none, or none that can be read. */
export function openRegistry(path: string): RegistryFile {
  const opened = decodeRegistryFile(readBytes(path));
  if (opened.ok) return opened;
  const { kind, where } = opened.refusal;
  throw new CliError(say("error_registry_file", { path, why: fillPhrase(fileRefusalWords[kind], { where }) }));
}

export type ChangeOptions = {
  readonly mayBeNew: boolean;
  /** Told while the entries are indexed, which takes longest, and before the file is written. */
  readonly progress?: SaveProgress;
};

export type SaveProgress = { readonly indexing: IndexProgress; readonly writing: () => void };

/**
 * Opens a registry, or a new one where `mayBeNew` and there is none, lets `change` work on it, and puts it in place of the old file where
 * `change` answers true: whoever reads meanwhile sees the one or the other. Only one command changes a registry at a time.
 */
export async function changeRegistry(
  path: string,
  { mayBeNew, progress }: ChangeOptions,
  change: (registry: Registry, isNew: boolean) => boolean | Promise<boolean>,
): Promise<void> {
  const release = lock(path);
  try {
    const isNew = mayBeNew && !existsSync(path);
    const file = isNew ? { registry: createRegistry(), sections: new Map<string, Uint8Array>() } : openRegistry(path);
    if (await change(file.registry, isNew)) saveRegistry(path, file, progress);
  } finally {
    release();
  }
}

/** Writes the entries with an index of what they say, so that checks need not make one. */
function saveRegistry(path: string, file: RegistryFile, progress: SaveProgress | undefined): void {
  const index = openForChecks(file, progress?.indexing).save();
  progress?.writing();
  replaceFile(path, encodeRegistryFile({ registry: file.registry, sections: new Map([[indexSection, index]]) }));
}

/** Writes beside the file, to the disk, and renames: a crash leaves the old file or the new one. Rights and links stay. */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, "w");
    try {
      const data = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
      for (let at = 0; at < data.length;) at += writeSync(file, data, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CliError(say("error_write_file", { path, code: codeOf(error) }), error);
  }
}

/** Makes the rename durable. Windows cannot open a folder, and needs not. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") throw new CliError(say("error_registry_missing", { path }), error);
    throw new CliError(say("error_read_file", { path, code }), error);
  }
}

/** A file beside the registry that holds our process id. One that was left behind by a process which is gone is taken over. */
function lock(path: string): () => void {
  const lockPath = `${path}.lock`;
  if (!tryLock(lockPath)) takeOver(path, lockPath);
  return () => rmSync(lockPath, { force: true });
}

/** Two commands that find the same dead lock must not both take it: a second file decides which one may look again. */
function takeOver(path: string, lockPath: string): void {
  const guard = `${lockPath}.takeover`;
  refuseHeld(path, lockPath);
  if (!tryLock(guard)) throw refusal(path, guard, readHolder(guard));
  try {
    refuseHeld(path, lockPath);
    rmSync(lockPath, { force: true });
    if (!tryLock(lockPath)) throw refusal(path, lockPath, readHolder(lockPath));
  } finally {
    rmSync(guard, { force: true });
  }
}

/** A lock that says nothing is none of ours, and is taken as held. */
function refuseHeld(path: string, lockPath: string): void {
  const holder = readHolder(lockPath);
  if (holder === "unknown" || (holder !== "nobody" && isRunning(holder))) throw refusal(path, lockPath, holder);
}

type Holder = number | "unknown" | "nobody";

function refusal(path: string, lockPath: string, holder: Holder): CliError {
  const pid = typeof holder === "number" ? String(holder) : "?";
  return new CliError(say("error_registry_locked", { path, pid, lock: lockPath }));
}

/** Linked into place whole: a process that dies on the way leaves no lock without a holder. */
function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  try {
    writeFileSync(own, String(process.pid));
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new CliError(say("error_write_file", { path, code: codeOf(error) }), error);
  } finally {
    rmSync(own, { force: true });
  }
}

function readHolder(path: string): Holder {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : "unknown";
  } catch (error) {
    return codeOf(error) === "ENOENT" ? "nobody" : "unknown";
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
