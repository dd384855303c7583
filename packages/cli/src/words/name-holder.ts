import { holderWords } from "./lifecycle-words.ts";
import { toPhrase, type Phrase } from "./phrase.ts";

/** What people call a place where something is kept of accounts. */
export function nameHolder(name: string): Phrase {
  return (Object.hasOwn(holderWords, name) ? holderWords[name] : undefined) ?? toPhrase(name.replaceAll("_", " "));
}
