import type { Documents } from "./documents.ts";
import { fieldWeights, saturate } from "./fields.ts";

/** Which documents hold a term, and how much the term counts in each: 0 to 255 for `saturate` 0 to 1. */
export type Postings = {
  /** Where the list of each term ends. */
  readonly ends: Int32Array;
  /** A document and an impact in each element, as `toElement` makes it: side by side, because each list begun is a wait for memory. */
  readonly elements: Int32Array;
};

export const impactsMax = 255;
/** Bits of an element for its impact; the document stands above them. */
export const impactBits = 8;

export function toElement(document: number, impact: number): number {
  return (document << impactBits) | impact;
}

/** Lists of all documents, each in their order. Cost: linear in the terms of all documents. */
export function buildPostings(documents: Documents, terms: number): Postings {
  const ends = new Int32Array(terms);
  const scratch = createScratch(terms);
  for (let document = 0; document < documents.length; document += 1) {
    for (const term of scratch.gather(documents, document)) ends[term] = (ends[term] ?? 0) + 1;
  }
  let total = 0;
  for (let term = 0; term < terms; term += 1) {
    const count = ends[term] ?? 0;
    ends[term] = total;
    total += count;
  }
  const elements = new Int32Array(total);
  for (let document = 0; document < documents.length; document += 1) {
    const relativeLength = documents.relativeLengthOf(document);
    for (const term of scratch.gather(documents, document)) {
      const at = ends[term] ?? 0;
      elements[at] = toElement(document, toImpact(scratch.countOf(term), relativeLength));
      ends[term] = at + 1;
    }
  }
  return { ends, elements };
}

export function toImpact(weighted: number, relativeLength: number): number {
  return Math.max(1, Math.round(impactsMax * saturate(weighted, relativeLength)));
}

/** Distinct terms of a document and their weighted counts; valid until the next `gather`. */
export type Scratch = {
  readonly gather: (documents: Documents, document: number) => Int32Array;
  readonly countOf: (term: number) => number;
};

export function createScratch(terms: number): Scratch {
  let counts: Float32Array<ArrayBuffer> = new Float32Array(terms);
  const held: number[] = [];
  const count = (term: number, weight: number): void => {
    if (term >= counts.length) counts = enlarge(counts, term + 1);
    if (counts[term] === 0) held.push(term);
    counts[term] = (counts[term] ?? 0) + weight;
  };
  return {
    gather: (documents, document) => {
      for (const term of held) counts[term] = 0;
      held.length = 0;
      for (let field = documents.firstField(document); field < documents.endOfFields(document); field += 1) {
        const weight = fieldWeights[documents.kindOf(field)] ?? 0;
        for (const term of documents.termsOf(field)) count(term, weight);
      }
      return Int32Array.from(held);
    },
    countOf: (term) => counts[term] ?? 0,
  };
}

function enlarge(values: Float32Array<ArrayBuffer>, atLeast: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.max(atLeast, 2 * values.length));
  larger.set(values);
  return larger;
}
