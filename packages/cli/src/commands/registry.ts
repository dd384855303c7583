import { builtInVerdictTable } from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { readingEntries } from "./reading-entries.ts";
import { parseRegistryBuildOptions } from "./registry-build-options.ts";
import { buildRegistry } from "./registry-build.ts";
import { parseRegistryEditOptions } from "./registry-edit-options.ts";
import { addEntry, editEntry, moveEntries } from "./registry-edit.ts";
import { exportRegistry, parseRegistryExportOptions } from "./registry-export.ts";
import { parseRegistrySearchOptions, searchRegistry } from "./registry-search.ts";
import { parseRegistryShowOptions, showRegistry } from "./registry-show.ts";

const verbs = [
  "build",
  "import",
  "add",
  "edit",
  "review",
  "publish",
  "adopt",
  "withdraw",
  "show",
  "search",
  "export",
  "verdicts",
] as const;

/** `breakwater registry VERB …`. True where everything that was asked for was done. */
export async function runRegistry(args: readonly string[], terminal: Terminal): Promise<boolean> {
  const [word = "", ...rest] = args;
  const verb = verbs.find((one) => one === word);
  if (verb === undefined) throw new CliError(say("error_registry_verb", { word, names: verbs.join(", ") }));
  return readingEntries(() => runVerb(verb, rest, terminal));
}

async function runVerb(verb: (typeof verbs)[number], rest: readonly string[], terminal: Terminal): Promise<boolean> {
  switch (verb) {
    case "build":
      await buildRegistry(parseRegistryBuildOptions(rest, terminal.env), terminal);
      return true;
    case "import":
      return await importLazily(rest, terminal);
    case "add":
      return await addEntry(parseRegistryEditOptions(verb, rest, terminal.env), terminal);
    case "edit":
      return await editEntry(parseRegistryEditOptions(verb, rest, terminal.env), terminal);
    case "review":
    case "publish":
    case "adopt":
    case "withdraw":
      return await moveEntries(verb, parseRegistryEditOptions(verb, rest, terminal.env), terminal);
    case "show":
      return showRegistry(parseRegistryShowOptions(rest, terminal.env), terminal);
    case "search":
      searchRegistry(parseRegistrySearchOptions(rest, terminal.env), terminal);
      return true;
    case "export":
      exportRegistry(parseRegistryExportOptions(rest, terminal.env), terminal);
      return true;
    case "verdicts":
      terminal.out(builtInVerdictTable);
      return true;
  }
}

/** The service's libraries are read only where they are needed. */
async function importLazily(args: readonly string[], terminal: Terminal): Promise<boolean> {
  const { importRegistry, parseRegistryImportOptions } = await import("./registry-import.ts");
  return importRegistry(parseRegistryImportOptions(args, terminal.env), terminal);
}
