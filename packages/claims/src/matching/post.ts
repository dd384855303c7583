import { groupValues, type ValuesOfUnit } from "../facts/conflicts.ts";
import { readFacts, type Facts } from "../facts/facts.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import { listTagWords, prepareText } from "../text/prepare.ts";
import { isPair, termsOf, wordKey, type Terms } from "../text/terms.ts";

/** A post as it is compared. */
export type Post = {
  readonly text: string;
  readonly normalised: string;
  /** Distinct terms, known or not. */
  readonly keys: Terms;
  /** Those that the registry knows, by number. */
  readonly terms: Int32Array;
  /** Distinct terms. */
  readonly size: number;
  /** Share of pairs of signs among them, 0 to 1. */
  readonly pairShare: number;
  /** Weight of all distinct terms; what the registry does not know weighs most. */
  readonly weight: number;
  /** Single signs of its pairs, with repeats. */
  readonly signs: readonly number[];
  /** First letters of its longer words, see `readWord`. */
  readonly roots: ReadonlySet<number>;
  readonly facts: Facts;
  /** The values that it gives of each unit. */
  readonly valuesOfUnit: ValuesOfUnit;
  /** Known words, by number, that are names or parts of hashtags and mentions: they say of what topic the post is, not what it says of it. */
  readonly topical: ReadonlySet<number>;
};

export function readPost(text: string, vocabulary: Vocabulary): Post {
  const normalised = prepareText(text);
  const found = termsOf(normalised);
  const facts = readFacts(text, normalised);
  const topicalKeys = new Set([...facts.names, ...listTagWords(text).map(wordKey)]);
  const topical = new Set<number>();
  const terms = new Int32Array(found.size);
  const signs: number[] = [];
  const roots = new Set<number>();
  const keys = new Int32Array(found.size);
  let at = 0;
  for (const key of found.keys()) keys[at++] = key;
  const numbers = vocabulary.findAll(keys);
  let [weight, pairs, known] = [0, 0, 0];
  for (let i = 0; i < keys.length; i += 1) {
    const [key, term] = [keys[i], numbers[i]];
    const holders = term >= 0 ? vocabulary.holdersOf(term) : 0;
    if (holders > 0) {
      terms[known++] = term;
      if (topicalKeys.size > 0 && topicalKeys.has(key)) topical.add(term);
    }
    weight += vocabulary.weightOfHolders(holders);
    if (!isPair(key)) continue;
    pairs += 1;
    signs.push(key >>> 16, key & 0xffff);
  }
  for (const root of found.values()) if (root !== 0) roots.add(root);
  return {
    text,
    normalised,
    keys: found,
    terms: terms.subarray(0, known),
    size: found.size,
    pairShare: found.size === 0 ? 0 : pairs / found.size,
    weight,
    signs,
    roots,
    facts,
    valuesOfUnit: groupValues(facts.quantities),
    topical,
  };
}
