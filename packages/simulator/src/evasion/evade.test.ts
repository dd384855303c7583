import { Converter } from "opencc-js";
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { createRandom } from "../random/random.ts";
import { composePost } from "../text/compose.ts";
import { createMessage, textOf } from "../text/message.ts";
import { evade, evasionKinds } from "./evade.ts";
import { readings, splitPairs, traditionalPairs } from "./tables.ts";

const random = createRandom(1, "evade");
const posts = Array.from({ length: 200 }, (_, i) => `${composePost(random, "zh", i % 16)} wei88`);
const han = /\p{Script=Han}/u;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

describe("evade()", () => {
  it.each(evasionKinds)("%s changes Chinese posts, the same way for the same seed", (kind) => {
    const run = (): readonly string[] => {
      const rng = createRandom(5, kind);
      return posts.map((post) => evade(post, kind, rng));
    };
    const copies = run();
    expect(run()).toEqual(copies);
    const changed = copies.filter((copy, i) => copy !== posts[i]).length;
    expect(changed / posts.length).toBeGreaterThan(0.85);
  });

  it.each(evasionKinds)("%s takes an empty text, one character, and English", (kind) => {
    const rng = createRandom(6);
    for (const text of ["", "好", "x", "nothing to see here"]) expect(typeof evade(text, kind, rng)).toBe("string");
  });

  it.each([
    ["zero_width", (copy: string) => copy.replace(invisible, "")],
    ["variation_selectors", (copy: string) => copy.replace(invisible, "")],
    ["full_width", (copy: string) => copy.normalize("NFKC")],
    ["traditional_pinyin", (copy: string) => evadeBack(copy.replace(/\([^)]*\)/gu, ""))],
    ["traditional", evadeBack],
    ["split", rejoin],
  ] as const)("%s is undone by its remedy", (kind, remedy) => {
    const rng = createRandom(7, kind);
    // The remedies fold more than the attack wrote: both sides go through them.
    for (const post of posts) expect(remedy(evade(post, kind, rng))).toBe(remedy(post));
  });

  it("the attacks with a strength change about that share of the characters", () => {
    for (const [kind, share] of [
      ["homophones_10", 0.1],
      ["homophones_20", 0.2],
      ["shapes_10", 0.1],
    ] as const) {
      const rng = createRandom(8, kind);
      const [changed, all] = posts.reduce(
        ([differing, total], post) => {
          const copy = Array.from(evade(post, kind, rng));
          const units = Array.from(post);
          return [differing + units.filter((unit, i) => unit !== copy[i]).length, total + units.length];
        },
        [0, 0],
      );
      expect(Math.abs(changed / all - share)).toBeLessThan(0.03);
    }
  });

  it("padding and halving do so to their measure", () => {
    const rng = createRandom(9);
    for (const post of posts) {
      const length = Array.from(post).length;
      expect(Array.from(evade(post, "padding_100", rng)).length).toBeGreaterThanOrEqual(2 * length);
      expect(evade(post, "padding_50", rng)).toContain(post);
      expect(Array.from(evade(post, "half_copy", rng)).length).toBe(Math.ceil(length / 2));
    }
  });
});

describe("the character tables", () => {
  it("agree with pinyin-pro and OpenCC", () => {
    for (const row of readings) {
      const at = Array.from(row).findIndex((unit) => han.test(unit));
      for (const unit of row.slice(at)) {
        expect(pinyin(unit, { multiple: true, type: "array" }), unit).toContain(row.slice(0, at));
      }
    }
    const convert = Converter({ from: "cn", to: "t" });
    for (const pair of traditionalPairs) expect(convert(pair.slice(0, 1))).toBe(pair.slice(1));
  });

  it("know the readings of what the community writes", () => {
    const known = new Set(readings.join(""));
    const rng = createRandom(10);
    const written = [...posts, ...posts.map((_, i) => textOf(createMessage(rng, "zh", i % 16)))].join("");
    const units = Array.from(written).filter((unit) => han.test(unit));
    expect(units.filter((unit) => known.has(unit)).length / units.length).toBeGreaterThan(0.99);
  });
});

function evadeBack(copy: string): string {
  const plain = new Map(traditionalPairs.map((pair) => [pair.slice(1), pair.slice(0, 1)]));
  return Array.from(copy, (unit) => plain.get(unit) ?? unit).join("");
}

function rejoin(copy: string): string {
  const whole = splitPairs.map((row): [string, string] => [row.slice(1), row.slice(0, 1)]);
  return whole.reduce((text, [halves, unit]) => text.replaceAll(halves, unit), copy);
}
