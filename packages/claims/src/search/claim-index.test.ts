import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relativeLengthOf, saturate } from "./fields.ts";
import { ClaimIndex } from "./claim-index.ts";
import { packArrays, unpackArrays } from "./packed-arrays.ts";

type Text = readonly number[];
type Step = { readonly id: string; readonly terms: Text | null };

const text = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  terms: fc.option(text, { freq: 3 }),
});

function put(index: ClaimIndex, id: string, terms: Text): void {
  const numbers = Int32Array.from(terms, (key) => index.vocabulary.intern(key, 0));
  index.put(id, {
    fields: [{ kind: 0, terms: numbers }],
    facts: new Int32Array(0),
    relativeLength: relativeLengthOf(terms.length, 0),
  });
}

function build(steps: readonly Step[]): ClaimIndex {
  const index = new ClaimIndex();
  for (const { id, terms } of steps) {
    if (terms === null) index.remove(id);
    else put(index, id, terms);
  }
  return index;
}

/** What stands after the steps, in the order in which it was last put. */
function standing(steps: readonly Step[]): ReadonlyMap<string, Text> {
  const kept = new Map<string, Text>();
  for (const { id, terms } of steps) {
    kept.delete(id);
    if (terms !== null) kept.set(id, terms);
  }
  return kept;
}

function find(index: ClaimIndex, asked: Text): readonly (readonly [string, number])[] {
  const terms = Int32Array.from(asked.map((key) => index.vocabulary.find(key)).filter((term) => term >= 0));
  const found = index.search(terms, { postingsMax: 1e9, foundMax: 100 });
  return found.map(({ document, score }) => [index.idOf(document), Math.round(score * 1e3) / 1e3] as const);
}

/** Every entry against every term, by the formula. */
function findByBruteForce(entries: ReadonlyMap<string, Text>, asked: Text): ReadonlyMap<string, number> {
  const holders = (key: number): number => [...entries.values()].filter((terms) => terms.includes(key)).length;
  const scores = new Map<string, number>();
  for (const [id, terms] of entries) {
    let score = 0;
    for (const key of asked.filter((one) => terms.includes(one))) {
      const documents = Math.max(10_000, entries.size);
      const weight = Math.log(1 + (documents - holders(key) + 0.5) / (holders(key) + 0.5));
      score += weight * saturate(1, relativeLengthOf(terms.length, 0));
    }
    if (asked.some((key) => terms.includes(key))) scores.set(id, score);
  }
  return scores;
}

const settings = { seed: 7, numRuns: 300 };

describe("ClaimIndex", () => {
  it("scores as the formula does, but for impacts of a byte", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, (steps, asked) => {
        const expected = findByBruteForce(standing(steps), asked);
        const found = new Map(find(build(steps), asked));
        expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
        for (const [id, score] of expected)
          expect(Math.abs(score - (found.get(id) ?? 0))).toBeLessThan(0.05 * asked.length);
      }),
      settings,
    );
  });

  it("answers, after any additions, changes and withdrawals, as one made anew", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), text, fc.boolean(), (steps, asked, isPacked) => {
        const index = build(steps);
        if (isPacked) index.pack();
        const anew = build([...standing(steps)].map(([id, terms]) => ({ id, terms })));
        expect(find(index, asked)).toEqual(find(anew, asked));
        expect(index.size).toBe(anew.size);
      }),
      settings,
    );
  });

  it("numbers the terms that most hold first when it packs, and drops those that none holds", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const index = build(steps);
        index.pack();
        const { vocabulary, documents } = index;
        const holders = Array.from({ length: vocabulary.size }, (_, term) => vocabulary.holdersOf(term));
        expect(holders).toEqual(holders.filter((count) => count > 0).toSorted((a, b) => b - a));
        const kept = Array.from({ length: documents.length }, (_, document) => {
          const keys = Array.from(documents.termsOf(document), (term) => vocabulary.keyOf(term));
          return [index.idOf(document), keys] as const;
        });
        expect(new Map(kept)).toEqual(standing(steps));
        for (const { terms } of steps)
          for (const key of terms ?? []) {
            const isHeld = [...standing(steps).values()].some((one) => one.includes(key));
            expect(vocabulary.find(key) >= 0).toBe(isHeld);
          }
      }),
      settings,
    );
  });

  it("answers, opened from its bytes, as before, and can be added to", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), text, step, (steps, asked, last) => {
        const index = build(steps);
        const arrays = unpackArrays(packArrays(index.save("x")));
        const opened = arrays === undefined ? undefined : ClaimIndex.open(arrays, "x");
        if (opened === undefined) throw new Error("not opened");
        expect(find(opened, asked)).toEqual(find(index, asked));
        for (const one of [index, opened]) {
          if (last.terms === null) one.remove(last.id);
          else put(one, last.id, last.terms);
        }
        expect(find(opened, asked)).toEqual(find(index, asked));
      }),
      settings,
    );
  });

  it("looks at rare terms first, and stops when it has looked enough", () => {
    const index = build(Array.from({ length: 100 }, (_, i) => ({ id: `e${i}`, terms: i === 50 ? [1, 2] : [1] })));
    const terms = Int32Array.of(index.vocabulary.find(1), index.vocabulary.find(2));
    expect(index.search(terms, { postingsMax: 1, foundMax: 10 }).map(({ document }) => index.idOf(document))).toEqual([
      "e50",
    ]);
  });
});

describe("unpackArrays()", () => {
  const bytes = packArrays({ a: Int32Array.of(1, -2, 3), b: Uint8Array.of(7), c: new Int32Array(0) });

  it("reads what was packed, wherever it lies", () => {
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    expect(unpackArrays(moved.subarray(1))).toEqual({
      a: Int32Array.of(1, -2, 3),
      b: Uint8Array.of(7),
      c: new Int32Array(0),
    });
  });

  it("refuses bytes that are cut short, changed in front, or none of its own", () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(unpackArrays(bytes.subarray(0, length))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(unpackArrays(noise)).toBeUndefined();
      }),
      { seed: 2 },
    );
    for (let at = 0; at < 16; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x81;
      expect(() => unpackArrays(changed)).not.toThrow();
    }
  });
});
