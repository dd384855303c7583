import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

/** One of a closed list of words, as an option names it. */
export function parseChoice<T extends string>(option: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word.trim().toLowerCase());
  if (found === undefined)
    throw new CliError(say("error_registry_choice", { option, word, names: choices.join(", ") }));
  return found;
}
