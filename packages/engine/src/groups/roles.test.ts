import { describe, expect, it } from "vitest";
import { buildLayer } from "../coaction/testing/build-layer.ts";
import type { InStepObject } from "./in-step-objects.ts";
import { proposeRoles } from "./roles.ts";

/** One object for each word, whose letters are the accounts in the order of time; letters in brackets act at once. */
function toObjects(words: readonly string[]): readonly InStepObject[] {
  const objects = words.map((word) =>
    (word.match(/\(\w+\)|\w/g) ?? []).flatMap((tied, at) =>
      Array.from(tied.replaceAll(/[()]/g, ""), (letter) => ({ account: letter.charCodeAt(0) - 97, at })),
    ),
  );
  const layer = buildLayer(objects, "repost");
  return objects.map((rows, object) => ({ layer, object, rows: rows.map((_, i) => layer.start[object] + i) }));
}

function rolesOf(words: readonly string[]): Readonly<Record<string, string>> {
  const roles = [...proposeRoles(toObjects(words))];
  return Object.fromEntries(roles.map(([account, role]) => [String.fromCharCode(97 + account), role]));
}

describe("proposeRoles()", () => {
  it.each([
    { name: "first on every object: copied", words: ["abcd", "acbd", "adcb"], roles: { a: "source" } },
    { name: "first on three of four", words: ["abc", "abc", "acb", "bac"], roles: { a: "source", b: "amplifier" } },
    // Leads on two of four: below the share of a source, and an operator only with enough objects.
    { name: "first on half", words: ["abc", "abc", "bca", "cba"], roles: { a: "operator", b: "amplifier" } },
    { name: "first once, on all there is", words: ["ab"], roles: { a: "amplifier", b: "amplifier" } },
    // Nobody is copied where the first two act at once: the order between them is the order of their names.
    { name: "first at the same time as others", words: ["(ab)c", "(ab)c"], roles: { a: "amplifier", b: "amplifier" } },
    { name: "always last", words: ["abz", "baz", "abz", "baz"], roles: { z: "amplifier" } },
  ])("$name", ({ words, roles }) => {
    expect(rolesOf(words)).toMatchObject(roles);
  });

  it("never makes operator or amplifier of the account that the others copy, however many copy it", () => {
    for (const copiers of ["b", "bc", "bcdefghijklmnopqrst"]) {
      for (const objects of [2, 4, 10]) {
        expect(rolesOf(Array.from({ length: objects }, () => `a${copiers}`)).a).toBe("source");
      }
    }
  });
});
