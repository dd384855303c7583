import { encodeFacts, readFacts } from "../facts/facts.ts";
import type { Entry } from "../registry/entry.ts";
import type { ClaimIndex } from "../search/claim-index.ts";
import type { DocumentField } from "../search/documents.ts";
import { fieldCode, fieldWeights, relativeLengthOf, type FieldKind } from "../search/fields.ts";
import { prepareText } from "../text/prepare.ts";
import { isPair, termsOf } from "../text/terms.ts";

export type IndexedText = Pick<Entry, "id" | "claim" | "title" | "wordings" | "explanation">;

/** Wordings of one entry that are compared; more are kept in the registry, and seldom add anything. */
export const wordingsMax = 16;
/** Of each text so many code units are compared. */
export const textUnitsMax = 4000;

/** Adds an entry to the index, or takes it in anew. Cost: linear in its texts. */
export function indexEntry(index: ClaimIndex, entry: IndexedText): void {
  const fields: DocumentField[] = [];
  let [pairs, words] = [0, 0];
  const add = (kind: FieldKind, text: string | undefined): void => {
    if (text === undefined || text.trim() === "") return;
    const found = termsOf(prepareText(text.slice(0, textUnitsMax)));
    const weight = fieldWeights[fieldCode[kind]] ?? 0;
    for (const key of found.keys()) {
      if (isPair(key)) pairs += weight;
      else words += weight;
    }
    fields.push({
      kind: fieldCode[kind],
      terms: Int32Array.from(found, ([key, root]) => index.vocabulary.intern(key, root)),
    });
  };
  add("claim", entry.claim);
  for (const { text } of entry.wordings.slice(0, wordingsMax)) add("wording", text);
  add("title", entry.title);
  add("explanation", entry.explanation);
  const facts = encodeFacts(readFacts(entry.claim, prepareText(entry.claim)));
  index.put(entry.id, { fields, facts, relativeLength: relativeLengthOf(pairs, words) });
}
