import { describe, expect, it } from "vitest";
import { createTestBytes, testCost } from "../testing/test-desk.ts";
import { createPasswordHasher, HasherBusy, scryptCost, type ScryptCost } from "./password-hasher.ts";
import { findPasswordFault } from "./password-rules.ts";

const open = (cost: ScryptCost = testCost, limits: { concurrencyMax?: number; waitingMax?: number } = {}) =>
  createPasswordHasher({ key: new Uint8Array(32).fill(7), randomBytes: createTestBytes("salt"), cost, ...limits });

describe("createPasswordHasher()", () => {
  it("knows a password again, under a salt of its own each time", async () => {
    const hasher = open();
    const [one, two] = [await hasher.hash("correct pony"), await hasher.hash("correct pony")];
    expect(one).not.toBe(two);
    expect(one).not.toContain("pony");
    expect(await hasher.verify("correct pony", one)).toEqual({ isRight: true, isStale: false });
    expect(await hasher.verify("correct ponY", one)).toEqual({ isRight: false, isStale: false });
    expect(await hasher.verify("", null)).toEqual({ isRight: false, isStale: false });
  });

  it("takes composed and decomposed letters for the same", async () => {
    const hasher = open();
    expect(await hasher.verify("cafe\u0301 société", await hasher.hash("café société"))).toMatchObject({
      isRight: true,
    });
  });

  it("is worth nothing without its key", async () => {
    const stored = await open().hash("correct pony");
    const other = createPasswordHasher({ key: new Uint8Array(32), randomBytes: createTestBytes("x"), cost: testCost });
    expect(await other.verify("correct pony", stored)).toMatchObject({ isRight: false });
  });

  it("says when a hash is from before today's cost, which it states", async () => {
    const stored = await open().hash("correct pony");
    const dearer = open({ ...testCost, lanes: 2 });
    expect(await dearer.verify("correct pony", stored)).toEqual({ isRight: true, isStale: true });
    expect(scryptCost.cost * scryptCost.blocks * scryptCost.lanes).toBeGreaterThanOrEqual(2 ** 20);
  });

  it("works on so many at once and lets so many wait", async () => {
    const hasher = open({ cost: 2 ** 12, blocks: 8, lanes: 1 }, { concurrencyMax: 1, waitingMax: 2 });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => hasher.verify("x", null)));
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "rejected",
    ]);
    expect(results[3]).toMatchObject({ reason: expect.any(HasherBusy) as unknown });
    expect(await hasher.verify("x", null)).toMatchObject({ isRight: false });
  });

  it("does not take a broken database for a wrong password", async () => {
    await expect(open().verify("x", "$scrypt$n=1")).rejects.toThrow("is none");
  });
});

describe("findPasswordFault()", () => {
  const names = ["ann.lee", "Ann Lee"];
  it.each([
    ["elevenchars", "too_short"],
    ["密码密码密码密码密码密", "too_short"],
    ["x".repeat(257), "too_long"],
    ["aaaaaaaaaaaa", "too_common"],
    ["abcabcabcabc", "too_common"],
    ["abcdefghijklmn", "too_common"],
    ["QwertyUiopAsdf", "too_common"],
    ["1234567890123", "too_common"],
    ["Password1234", "too_common"],
    ["P4ssw0rd!2024", "too_common"],
    ["!!letmeinnow!!", "too_common"],
    ["Correct Horse Battery Staple", "too_common"],
    ["woaini1314520", "too_common"],
    ["breakwater123", "too_obvious"],
    ["Br3akwat3r!!", "too_obvious"],
    ["ann.lee-2024", "too_obvious"],
  ])("refuses %s: %s", (password, fault) => {
    expect(findPasswordFault(password, names)).toBe(fault);
  });

  it.each([
    "wet kelp on the pier",
    "849302847561",
    "ab8374928374",
    "我家门口有两棵枣树另一棵也是",
    "annoying seagulls at four",
    "\u{1f40b}".repeat(5) + "breaching",
    "x7!".repeat(3) + "quiet harbour",
  ])("takes %s", (password) => {
    expect(findPasswordFault(password, names)).toBeNull();
  });
});
