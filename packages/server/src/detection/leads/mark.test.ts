import { describe, expect, it } from "vitest";
import { letters, makeDetectionGroup } from "../testing/pieces.ts";
import { isCovered, isStanding, type Mark } from "./mark.ts";

const mark: Mark = {
  id: "m",
  groupId: "g",
  kind: "authentic",
  reason: "a fan club",
  by: "ana",
  at: 0,
  expiresAt: 100,
  withdrawn: null,
  accounts: letters("abcdefgh"),
  objects: ["url url:P", "url url:Q"],
  appliedTo: [],
};

describe("isCovered()", () => {
  it.each([
    ["the same accounts elsewhere", "abcdefgh", "XY", true],
    ["half of the group", "abcdwxyz", "XY", true],
    ["an army that took in three signers", "abcmnopqr", "XY", false],
    ["a third of it, on the marked objects", "abcmnopqr", "PQ", true],
    ["a quarter of it, on the marked objects", "abmnopqr", "PQ", false],
    ["others on the marked objects", "mnopqr", "PQ", false],
    ["few of the marked, and nobody else", "ab", "", true],
  ])("%s", (_, accounts, objects, expected) => {
    expect(isCovered(makeDetectionGroup("h", { accounts, objects }).evidence, mark)).toBe(expected);
  });
});

describe("isStanding()", () => {
  it.each([
    [mark, 99, true],
    [mark, 100, false],
    [{ ...mark, withdrawn: { by: "ana", at: 5 } }, 6, false],
  ])("%# ends by its time or when it is taken back", (one, at, expected) => {
    expect(isStanding(one, at)).toBe(expected);
  });
});
