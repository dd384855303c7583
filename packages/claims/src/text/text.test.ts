import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldSigns } from "./fold-signs.ts";
import { listTagWords, prepareText } from "./prepare.ts";
import { stemWord } from "./stem.ts";
import { isPair, readWord, termsOf, wordKey } from "./terms.ts";

// From the tables of Porter's paper (1980).
it.each([
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["cats", "cat"],
  ["feed", "feed"],
  ["agreed", "agre"],
  ["plastered", "plaster"],
  ["motoring", "motor"],
  ["sing", "sing"],
  ["conflated", "conflat"],
  ["hopping", "hop"],
  ["filing", "file"],
  ["happy", "happi"],
  ["relational", "relat"],
  ["vietnamization", "vietnam"],
  ["triplicate", "triplic"],
  ["hopefulness", "hope"],
  ["adjustment", "adjust"],
  ["adoption", "adopt"],
  ["probate", "probat"],
  ["controlling", "control"],
])("stemWord(%s) is %s", (word, stem) => {
  expect(stemWord(word)).toBe(stem);
});

describe("prepareText()", () => {
  it.each([
    ["takes hashtags apart and keeps them whole", "#StopTheSteal now", "stop the steal stopthesteal now"],
    ["takes mentions apart", "@Jane_Doe says", "jane doe janedoe says"],
    ["drops addresses", "see https://x.example/a?b=1 and pic.twitter.com/abc", "see and"],
    ["keeps a signature's name alone", "It burns — Ana Li (@anali) May 2, 2021", "it burns ana li"],
    ["folds Chinese", "#網絡謠言#，別信！http://t.cn/x", "网络谣言别信"],
  ])("%s", (_, text, prepared) => {
    expect(prepareText(text)).toBe(prepared);
  });

  it("lists the words of tags", () => {
    expect(listTagWords("hello #FeelTheBern @x1")).toEqual(["feel", "the", "bern", "feelthebern", "x", "1", "x1"]);
  });
});

describe("termsOf()", () => {
  it("pairs signs, digits among them, and stems words", () => {
    const keys = [...termsOf("在3月 covid19 vaccines").keys()];
    expect(keys.filter(isPair).map((key) => String.fromCharCode(key >>> 16, key & 0xffff))).toEqual(["在3", "3月"]);
    expect(keys.slice(2)).toEqual([wordKey("covid19"), wordKey("vaccine")]);
  });

  it("never takes a word for a pair", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (word) => {
        expect(isPair(wordKey(word))).toBe(false);
      }),
      { seed: 1 },
    );
  });

  it("gives longer words of one beginning one root, short ones none", () => {
    expect(readWord("vaccines").root).toBe(readWord("vaccination").root);
    expect(readWord("cats").root).toBe(0);
  });
});

it("foldSigns() keeps places and punctuation", () => {
  expect(foldSigns("這是「謠言」！")).toBe("这是「谣言」!");
});
