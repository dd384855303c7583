import { expect, it } from "vitest";
import { hashString, Interner } from "./interner.ts";

function expectSameAsMap(strings: readonly string[]): void {
  const interner = new Interner();
  const map = new Map<string, number>();
  for (const string of [...strings, ...strings]) {
    if (!map.has(string)) map.set(string, map.size);
    expect(interner.intern(string)).toBe(map.get(string));
  }
  expect(interner.strings).toEqual([...map.keys()]);
}

it("intern() numbers as a Map would, also while it grows", () => {
  expectSameAsMap(Array.from({ length: 5000 }, (_, i) => `account ${(i * 7919) % 3000}`));
  expectSameAsMap(["", "é", "e\u0301", "\ud800", "\u{1f600}"]);
});

it("intern() numbers strings that were chosen to collide as a Map would", () => {
  const colliding: string[] = [];
  for (let i = 0; colliding.length < 700; i++) if ((hashString(`x${i}`) & 1023) === 5) colliding.push(`x${i}`);
  expectSameAsMap(colliding);
});
