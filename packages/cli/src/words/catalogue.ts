import { checkWords } from "./check-words.ts";
import { cliWords } from "./cli-words.ts";
import { ledgerWords } from "./ledger-words.ts";
import { lifecycleWords } from "./lifecycle-words.ts";
import { fillPhrase, type Params, type Phrase } from "./phrase.ts";
import { registryWords } from "./registry-words.ts";
import { reportWords } from "./report-words.ts";
import { serveWords } from "./serve-words.ts";
import { tokenWords } from "./token-words.ts";

export type WordKey =
  | keyof typeof checkWords
  | keyof typeof cliWords
  | keyof typeof ledgerWords
  | keyof typeof lifecycleWords
  | keyof typeof registryWords
  | keyof typeof reportWords
  | keyof typeof serveWords
  | keyof typeof tokenWords;

/** Everything that we say, in every language. A key that lacks one does not compile. */
export const catalogue: Readonly<Record<WordKey, Phrase>> = {
  ...checkWords,
  ...cliWords,
  ...ledgerWords,
  ...lifecycleWords,
  ...registryWords,
  ...reportWords,
  ...serveWords,
  ...tokenWords,
};

export function say(key: WordKey, params: Params = {}): Phrase {
  return fillPhrase(catalogue[key], params);
}
