import fc from "fast-check";
import { expect, it } from "vitest";
import { openDatabase, inTransaction } from "../../sqlite/database.ts";
import { SeenFilter } from "./seen-filter.ts";
import { segmentSchema } from "./segment-schema.ts";
import { SeenTable } from "./seen-table.ts";

const key = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

type Step =
  | { readonly kind: "claim"; readonly keys: readonly bigint[] }
  | { readonly kind: "undone"; readonly keys: readonly bigint[] }
  | { readonly kind: "point"; readonly pick: number }
  | { readonly kind: "merge"; readonly slices: number }
  | { readonly kind: "reopen" };

it("leads from every key to its record, wherever the key stands by then", () => {
  const keys = fc.array(key, { maxLength: 20 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    keys.map((of) => ({ kind: "claim" as const, keys: of })),
    keys.map((of) => ({ kind: "undone" as const, keys: of })),
    fc.nat().map((pick) => ({ kind: "point" as const, pick })),
    fc.integer({ min: 1, max: 300 }).map((slices) => ({ kind: "merge" as const, slices })),
    fc.constant({ kind: "reopen" as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const db = openDatabase(":memory:", segmentSchema);
      let table = new SeenTable(db);
      const expected = new Map<bigint, number>();
      let offset = 0;
      const claim = (of: readonly bigint[], into: Map<bigint, number>): void => {
        for (const each of of) {
          const isFree = !into.has(each);
          expect(table.claim(each, offset + 1)).toBe(isFree);
          if (isFree) into.set(each, ++offset);
        }
        table.note();
      };
      for (const each of steps) {
        if (each.kind === "claim") inTransaction(db, () => claim(each.keys, expected));
        else if (each.kind === "undone") {
          const before = offset;
          const undo = (): void =>
            inTransaction(db, () => {
              claim(each.keys, new Map(expected));
              table.merge();
              throw new Error("undone");
            });
          expect(undo).toThrow("undone");
          table.load();
          offset = before;
        } else if (each.kind === "point") {
          const of = [...expected.keys()][each.pick % Math.max(1, expected.size)];
          if (of === undefined) continue;
          inTransaction(db, () => table.point(of, ++offset));
          expected.set(of, offset);
        } else if (each.kind === "merge") {
          inTransaction(db, () => {
            for (let i = 0; i < each.slices; i++) table.merge();
          });
        } else table = new SeenTable(db);
        for (const [of, at] of expected) expect(table.find(of)).toBe(at);
        expect(table.find(12_345n)).toBe(expected.get(12_345n) ?? null);
      }
      db.close();
    }),
    { numRuns: 200, seed: 7 },
  );
});

it("takes slices into the tree before too many keys wait, and knows them after an opening", () => {
  const db = openDatabase(":memory:", segmentSchema);
  const table = new SeenTable(db);
  const count = 300_000;
  // Spread as digests are.
  const keyOf = (i: number): bigint => BigInt.asIntN(64, BigInt(i) * 0x9e37_79b9_7f4a_7c15n);
  for (let first = 1; first <= count; first += 1000) {
    inTransaction(db, () => {
      for (let i = first; i < first + 1000; i++) table.claim(keyOf(i), i);
      table.note();
    });
  }
  expect(table.waiting).toBeLessThanOrEqual(1 << 18);
  expect(table.waiting).toBeGreaterThan(1 << 17);
  const again = new SeenTable(db);
  expect(again.waiting).toBe(table.waiting);
  for (const some of [table, again]) {
    for (let i = 1; i <= count; i += 101) expect(some.find(keyOf(i))).toBe(i);
    for (let i = count + 1; i < count + 1000; i++) expect(some.find(keyOf(i))).toBeNull();
  }
  // Learning goes on while it is used, and changes no answer.
  for (let i = count + 1; i <= count + 100; i++) {
    inTransaction(db, () => {
      expect(again.claim(keyOf(i), i)).toBe(true);
      again.note();
    });
  }
  for (let i = 1; i <= count + 100; i += 101) expect(again.find(keyOf(i))).toBe(i);
  expect(again.find(keyOf(count + 101))).toBeNull();
  db.close();
});

it("filters no key away that is there, and most that are not", () => {
  const filter = new SeenFilter();
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0);
  const mix = (value: number): number => Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d) ^ (value >>> 7);
  const there = Array.from({ length: 100_000 }, () => [mix(next()), mix(next())] as const);
  for (const [high, low] of there) filter.add(high, low);
  expect(there.every(([high, low]) => filter.mayHave(high, low))).toBe(true);
  const vain = Array.from({ length: 100_000 }).filter(() => filter.mayHave(mix(next()), mix(next()))).length;
  expect(vain).toBeLessThan(100);
});
