import { LedgerFailure } from "@breakwater/server/ledger";
import { LifecycleFailure, LockedError, type Config, type LifecycleFailureCode } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { failureWords } from "../words/lifecycle-words.ts";
import { fillPhrase, type Lang } from "../words/phrase.ts";

/** What says something about the data or the backup, rather than about how it was asked for. */
const refusals: ReadonlySet<LifecycleFailureCode> = new Set([
  "key_in_data",
  "database_damaged",
  "manifest_damaged",
  "file_damaged",
  "file_foreign",
  "format_unknown",
]);

/** Runs `work`; what it is refused for is told, and is false. What the world stood in the way with is a `CliError`. */
export async function tellingFailures(
  { config, lang, isJson }: { readonly config: Config; readonly lang: Lang; readonly isJson: boolean },
  terminal: Terminal,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LockedError) throw new CliError(say("error_locked", { path: config.storage.data }), error);
    if (error instanceof LedgerFailure) throw new CliError(say("error_ledger", { message: error.message }), error);
    if (!(error instanceof LifecycleFailure)) throw error;
    const { code, path, detail } = error;
    const why = fillPhrase(failureWords[code], { path, detail });
    if (!refusals.has(code)) throw new CliError(say("error_lifecycle", { why }), error);
    if (isJson) terminal.out(`${JSON.stringify({ outcome: "refused", code, path, detail })}\n`);
    else terminal.err(`${why[lang]}\n`);
    return false;
  }
}
