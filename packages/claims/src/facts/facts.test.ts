import { describe, expect, it } from "vitest";
import { prepareText } from "../text/prepare.ts";
import { termsOf, wordKey } from "../text/terms.ts";
import { countOtherNegations, countOtherQuantities, groupValues } from "./conflicts.ts";
import { decodeFacts, encodeFacts, readFacts } from "./facts.ts";

const read = (text: string): ReturnType<typeof readFacts> => readFacts(text, prepareText(text));
const quantities = (text: string): readonly string[] =>
  read(text).quantities.map(({ unit, value }) => `${unit} ${value}`);
const quantity = (unit: string, value: string): string => `${wordKey(unit)} ${wordKey(value)}`;

describe("quantities", () => {
  it.each([
    ["10艘军舰", [quantity("艘", "10")]],
    ["十艘軍艦", [quantity("艘", "10")]],
    ["三百二十人", [quantity("人", "320")]],
    ["2万元", [quantity("元", "20000")]],
    ["4月6日开学", [quantity("月", "4"), quantity("日", "6")]],
    ["10 ships", [quantity("ships", "10")]],
    ["1,500 people", [quantity("people", "1500")]],
    ["2 million votes", [quantity("million", "2000000")]],
    ["武汉市", [quantity("市", "武汉")]],
    ["no numbers at all", []],
  ])("of %s", (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });
});

describe("negated terms", () => {
  const pair = (signs: string): number => (signs.charCodeAt(0) << 16) | signs.charCodeAt(1);
  it.each([
    ["大桥不会关闭", [pair("关闭")]],
    ["大橋沒有關閉", [pair("关闭")]],
    ["不少人去非洲", []],
    ["The bridge will not close", [wordKey("close")]],
    ["It doesn't work", [wordKey("work")]],
    ["The bridge will close", []],
  ])("of %s", (text, expected) => {
    expect(read(text).negated).toEqual(expected);
  });
});

it("names are words with a capital inside a sentence", () => {
  expect(read("Yesterday Ana Li met the mayor. The city agreed").names).toEqual([wordKey("ana"), wordKey("li")]);
  expect(read("ALL IN CAPITALS").names).toEqual([]);
});

it("facts survive their encoding", () => {
  const facts = read("Ana said 10 ships did not sail on 3 March");
  expect(decodeFacts(encodeFacts(facts))).toEqual(facts);
});

describe("what one text says otherwise", () => {
  it.each([
    ["another number", "10艘军舰", "35艘军舰", 1],
    ["the same number", "10艘军舰", "十艘军舰", 0],
    ["a number of another unit", "10艘军舰", "35架飞机", 0],
    ["one of two numbers", "10艘军舰，35艘渔船", "35艘军舰", 0],
    ["another place and another day", "武汉市3日停水", "长沙市4日停水", 2],
  ])("countOtherQuantities() of %s", (_, mine, theirs, count) => {
    expect(countOtherQuantities(groupValues(read(mine).quantities), read(theirs).quantities)).toBe(count);
  });

  it.each([
    ["under a negation in one", "大桥不会关闭", "大桥会关闭", 1],
    ["in the other", "大桥会关闭", "大桥不会关闭", 1],
    ["in both", "大桥不会关闭", "大桥没有关闭", 0],
    ["that one alone has", "大桥不会倒塌", "大桥会关闭", 0],
  ])("countOtherNegations() of a term %s", (_, mine, theirs, count) => {
    const [inMine, inTheirs] = [termsOf(prepareText(mine)), termsOf(prepareText(theirs))];
    const isInBoth = (key: number): boolean => inMine.has(key) && inTheirs.has(key);
    expect(countOtherNegations(read(mine).negated, read(theirs).negated, isInBoth)).toBe(count);
  });
});
