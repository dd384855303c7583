import { existsSync } from "node:fs";
import { join } from "node:path";
import { ledgerFiles, openDirectoryLogStore, openSqliteLogStore, type LogStore } from "@breakwater/server/ledger";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import { codeOf } from "./read-file.ts";

/** The log of a ledger's folder, or what is published of one. */
export function openLogStore(folder: string): LogStore {
  const file = join(folder, ledgerFiles.log);
  if (existsSync(file)) return openAt(file, openSqliteLogStore);
  if (existsSync(join(folder, "checkpoint"))) return openDirectoryLogStore(folder);
  throw new CliError(say("error_no_ledger", { path: folder }));
}

/** Opens a file that is there, or tells in one sentence why not. */
export function openAt<T>(path: string, open: (path: string) => T): T {
  // SQLite would make an empty file of a wrong path.
  if (!existsSync(path)) throw new CliError(say("error_read_file", { path, code: "ENOENT" }));
  try {
    return open(path);
  } catch (error) {
    throw new CliError(say("error_read_file", { path, code: codeOf(error) }), error);
  }
}
