import { type Entry, indexEntry } from "@breakwater/claims";
import { bigramsOf, jaccard, normaliseText } from "@breakwater/engine/text";
import {
  checkWith,
  foldCount,
  foldOf,
  learnModel,
  toJudged,
  type Judged,
  type Posts,
  type Shape,
} from "./cross-validation.ts";
import { toTrustedEntry } from "./entries.ts";
import type { Recipe } from "./learn.ts";

/** Wordings that an entry keeps, and how different they are. */
const wordingsMax = 16;
const alikeMin = 0.8;

/**
 * Queries in the order of their dates; each that has been judged joins the wordings of its entry, as a person who confirms it would have it.
 * The negatives meet all wordings. Models have not seen the rumour, or the negative.
 */
export function replay(
  shape: Shape,
  posts: Posts,
  { recipe, learnedFrom }: { readonly recipe: Recipe; readonly learnedFrom: readonly Shape[] },
): { readonly queries: readonly Judged[]; readonly negatives: readonly Judged[] } {
  const entries = new Map<string, Entry>(shape.entries.map((entry) => [entry.id, toTrustedEntry(entry)]));
  const checks = Array.from({ length: foldCount }, (_, fold) =>
    checkWith(shape.index, (id) => entries.get(id), learnModel(learnedFrom, posts, { recipe, fold })),
  );
  const judge = (key: string, text: string, right: readonly string[]): Judged =>
    toJudged(checks[foldOf(key)]?.(text, 1).matches[0], right);
  const judged = new Map<number, Judged>();
  const order = posts.queries
    .map((query, i) => ({ query, i }))
    .toSorted((a, b) => (a.query.date < b.query.date ? -1 : 1));
  for (const { query, i } of order) {
    judged.set(i, judge(query.rumour, query.text, query.right));
    for (const id of query.right) {
      const entry = entries.get(id);
      if (entry === undefined || !isNewWording(entry, query.text)) continue;
      const grown = { ...entry, wordings: [...entry.wordings, { text: query.text }] };
      entries.set(id, grown);
      indexEntry(shape.index, grown);
    }
  }
  return {
    queries: posts.queries.map((_, i) => judged.get(i) ?? toJudged(undefined, [])),
    negatives: posts.negatives.map((text) => judge(text, text, [])),
  };
}

function isNewWording({ wordings }: Entry, text: string): boolean {
  if (wordings.length >= wordingsMax) return false;
  const pairs = bigramsOf(normaliseText(text));
  return wordings.every((wording) => jaccard(bigramsOf(normaliseText(wording.text)), pairs) < alikeMin);
}
