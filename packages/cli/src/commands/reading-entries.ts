import { UnreadableEntryError } from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

/** Entries are parsed when they are asked for: whatever reads a registry file can meet one that is none, and says so in one sentence. */
export async function readingEntries<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableEntryError) throw new CliError(say("error_registry_unreadable"), error);
    throw error;
  }
}
