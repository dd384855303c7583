import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letters } from "../testing/pieces.ts";
import { matchGroups, type KnownLikeness, type Likeness } from "./match-groups.ts";

const known = (id: string, accounts: string, objects = "", firstEpoch = 1): KnownLikeness => ({
  id,
  accounts: letters(accounts),
  objects: letters(objects),
  firstEpoch,
});
const found = (accounts: string, objects = ""): Likeness => ({
  accounts: letters(accounts),
  objects: letters(objects),
});

describe("matchGroups()", () => {
  it.each([
    ["the same", [known("g", "abcd")], [found("abcd")], ["g"], [null], {}],
    ["grows tenfold", [known("g", "abc")], [found("abcdefghijklmnopqrstuvwxyz0123")], ["g"], [null], {}],
    ["shrinks to a core", [known("g", "abcdefgh")], [found("cd")], ["g"], [null], {}],
    ["half of it is there", [known("g", "abcd")], [found("abxy")], ["g"], [null], {}],
    ["too little of it is there", [known("g", "abcdef")], [found("abuvwxyz")], [null], [null], {}],
    ["a quarter, on the same objects", [known("g", "abcdefgh", "PQ")], [found("abstuvwx", "PQ")], ["g"], [null], {}],
    ["a quarter, on other objects", [known("g", "abcdefgh", "PQ")], [found("abstuvwx", "RS")], [null], [null], {}],
    ["the same objects, other people", [known("g", "abcd", "PQ")], [found("wxyz", "PQ")], [null], [null], {}],
    ["one account in common is no group", [known("g", "ab")], [found("ax")], [null], [null], {}],
    ["splits", [known("g", "abcdefgh")], [found("abc"), found("defgh")], [null, "g"], ["g", null], {}],
    ["merge", [known("g", "abc"), known("h", "defgh")], [found("abcdefgh")], ["h"], [null], { g: 0 }],
    [
      "the older one goes on",
      [known("g", "abc", "", 2), known("h", "def", "", 1)],
      [found("abcdef")],
      ["h"],
      [null],
      { g: 0 },
    ],
    [
      "the objects decide",
      [known("g", "abc", "P"), known("h", "def", "Q")],
      [found("abcdef", "P")],
      ["g"],
      [null],
      { h: 0 },
    ],
    [
      "another on the same objects goes on beside",
      [known("g", "abcdef", "PQ")],
      [found("abcdef", "PQ"), found("abmnopqr", "PQ")],
      ["g", null],
      [null, null],
      {},
    ],
    ["nothing is open", [], [found("abc")], [null], [null], {}],
    ["nothing is found", [known("g", "abc")], [], [], [], {}],
  ] as const)("%s", (_, before, now, sameAs, splitFrom, mergedInto) => {
    const matching = matchGroups(before, now);
    expect(matching.sameAs).toEqual(sameAs);
    expect(matching.splitFrom).toEqual(splitFrom);
    expect(Object.fromEntries(matching.mergedInto)).toEqual(mergedInto);
  });

  const likeness = fc.record({
    accounts: fc.uniqueArray(fc.constantFrom(...letters("abcdefghij")), { minLength: 2 }),
    objects: fc.uniqueArray(fc.constantFrom(...letters("PQRS"))),
  });

  it("says the same whatever the order of either list, gives no group away twice, and leaves no link unsaid", () => {
    const input = fc
      .tuple(
        fc.uniqueArray(likeness, { maxLength: 6, selector: ({ accounts }) => accounts.toSorted().join("") }),
        fc.uniqueArray(likeness, { maxLength: 6, selector: ({ accounts }) => accounts.toSorted().join("") }),
      )
      .chain(([before, now]) => {
        const named = before.map((one, i) => ({ ...one, id: `g${i}`, firstEpoch: i % 3 }));
        const shuffle = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
          fc.shuffledSubarray([...list], { minLength: list.length });
        return fc.tuple(fc.constant(named), fc.constant(now), shuffle(named), shuffle(now));
      });
    fc.assert(
      fc.property(input, ([before, now, beforeShuffled, nowShuffled]) => {
        const plain = matchGroups(before, now);
        const shuffled = matchGroups(beforeShuffled, nowShuffled);
        now.forEach((one, i) => {
          const place = nowShuffled.indexOf(one);
          expect(shuffled.sameAs[place]).toBe(plain.sameAs[i]);
          expect(shuffled.splitFrom[place]).toBe(plain.splitFrom[i]);
        });
        const wentOn = plain.sameAs.filter((id) => id !== null);
        expect(new Set(wentOn).size).toBe(wentOn.length);
        for (const { id } of before) expect(wentOn.includes(id) && plain.mergedInto.has(id)).toBe(false);
        for (const [id, place] of plain.mergedInto) {
          expect(now[place]).toBe(nowShuffled[shuffled.mergedInto.get(id) ?? -1]);
        }
      }),
      { seed: 20_261_128, numRuns: 300 },
    );
  });
});
