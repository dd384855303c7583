import { writeFileSync } from "node:fs";
import { exportEvidence, LedgerFailure, openSqliteSecretStore } from "@breakwater/server/ledger";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { ExportCommandOptions } from "./export-options.ts";
import { openAt, openLogStore } from "./open-log-store.ts";
import { readCheckpoint } from "./read-checkpoint.ts";
import { codeOf } from "./read-file.ts";

/** Writes the evidence bundle of some entries. The same ledger and options give the same bytes. */
export async function exportBundle(options: ExportCommandOptions, terminal: Terminal): Promise<void> {
  const older = options.checkpoints.map(readCheckpoint);
  const { payloadKeys } = options;
  const secrets = payloadKeys === null ? null : openAt(payloadKeys, openSqliteSecretStore);
  const store = openLogStore(options.ledger);
  try {
    const bundle = await exportEvidence({ store, secrets, sequences: options.sequences, older });
    writeBundle(options.out, bundle);
  } catch (error) {
    throw error instanceof LedgerFailure ? new CliError(say("error_ledger", { message: error.message }), error) : error;
  } finally {
    store.close();
    secrets?.close();
  }
  if (options.isQuiet) return;
  terminal.out(`${say("exported", { n: options.sequences.length, path: options.out })[options.lang]}\n`);
}

function writeBundle(path: string, bundle: Uint8Array): void {
  try {
    writeFileSync(path, bundle);
  } catch (error) {
    throw new CliError(say("error_write_file", { path, code: codeOf(error) }), error);
  }
}
