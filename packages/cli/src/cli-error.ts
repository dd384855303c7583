import type { Phrase } from "./words/phrase.ts";

/** Bad usage or input: one sentence that says what to do next, shown as it is. The exit code is 2. */
export class CliError extends Error {
  readonly phrase: Phrase;

  constructor(phrase: Phrase, cause?: unknown) {
    super(phrase.en, cause === undefined ? undefined : { cause });
    this.name = "CliError";
    this.phrase = phrase;
  }
}
