import { hash } from "node:crypto";
import type { Action } from "@breakwater/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDoorSamples, defaultDoorSamplesOptions, type DoorSamples, type SampleCount } from "./door-samples.ts";
import { replay } from "./replay.ts";

const rumour = "城东水厂今天下午爆炸了，大家不要喝自来水";
const copy = "城东水厂今天下午爆炸了！！大家千万不要喝自来水 http://t.cn/x";
const other = "明天上午市图书馆有儿童读书会，欢迎报名参加";
const small = { windowMs: 1000, postsMax: 50, wordingsMax: 64 };
const source = "s";
const post = (id: string, account: string, text: string, at = 0) => ({ source, id, account, text, at });

describe("createDoorSamples()", () => {
  it("makes one sample of three copies in the same second", () => {
    const samples = createDoorSamples(small);
    expect(samples.put(post("1", "a", rumour, 7))).toBeNull();
    expect(samples.put(post("2", "b", copy, 7))).toEqual({ posts: 1, accounts: 1, firstAt: 7 });
    expect(samples.put(post("3", "b", rumour, 8))).toEqual({ posts: 2, accounts: 2, firstAt: 7 });
    expect(samples.look(copy, 8)).toEqual({ posts: 3, accounts: 2, firstAt: 7 });
    expect(samples.look(other, 8)).toBeNull();
    expect(samples.look(other, 8)).toBeNull();
    expect(samples.size).toBe(3);
  });

  it("leaves a post's own copy out, and counts it once", () => {
    const samples = createDoorSamples(small);
    samples.put(post("1", "a", rumour));
    expect(samples.look(rumour, 1, { source, id: "1" })).toBeNull();
    expect(samples.put(post("1", "a", rumour))).toBeNull();
    samples.put(post("2", "a", copy));
    expect(samples.put(post("1", "a", rumour))).toEqual({ posts: 1, accounts: 1, firstAt: 1 });
    expect(samples.look(rumour, 1, { source: "else", id: "1" })).toMatchObject({ posts: 2, accounts: 1 });
    expect(samples.size).toBe(2);
  });

  it("counts within the window, and so many posts at once", () => {
    const samples = createDoorSamples({ ...small, postsMax: 2 });
    samples.put(post("1", "a", rumour, 0));
    samples.put(post("2", "b", rumour, 900));
    expect(samples.look(rumour, 1000)).toMatchObject({ posts: 2, firstAt: 0 });
    expect(samples.look(rumour, 1001)).toMatchObject({ posts: 1, firstAt: 900 });
    // A clock that steps back takes nothing in again.
    expect(samples.put(post("3", "c", rumour, 5))).toMatchObject({ posts: 1 });
    samples.put(post("4", "d", rumour, 1002));
    expect(samples.size).toBe(2);
    expect(samples.look(rumour, 9000)).toBeNull();
    expect(samples.size).toBe(0);
  });

  it("follows edits and deletions", () => {
    const samples = createDoorSamples(small);
    const action = (id: string, text: string): Action => ({ id, at: 0, account: id, kind: "post", text, objects: [] });
    const append = (id: string, text: string) => samples.follow({ kind: "action", source, action: action(id, text) });
    append("1", rumour);
    append("2", copy);
    samples.follow({ kind: "watermark" });
    samples.follow({ kind: "deletion", source, id: "1" });
    expect(samples.look(rumour, 0)).toEqual({ posts: 1, accounts: 1, firstAt: 0 });
    samples.follow({ kind: "edit", source, action: action("2", other) });
    expect(samples.look(copy, 0)).toBeNull();
    expect(samples.look(other, 0)).toMatchObject({ posts: 1 });
    samples.follow({ kind: "deletion", source, id: "none" });
    expect(samples.forget(source, "2")).toBe(true);
    expect(samples.forget(source, "2")).toBe(false);
    expect(samples.size).toBe(0);
  });

  it("puts nobody together by set phrases, short texts or numbers of people", () => {
    const samples = createDoorSamples(small);
    for (const text of ["转发微博", "生日快乐", "哈哈哈哈哈哈哈哈", "", "😀", "13800138000 13900139000"]) {
      samples.put(post(`1${text}`, "a", text));
      expect(samples.look(text, 0)).toBeNull();
    }
    expect(samples.size).toBe(0);
  });

  it("counts as a list of posts would, whatever happens in which order", () => {
    const texts = [rumour, other, "今晚八点万达广场抢福袋活动真的可以提现", "王老师说吃大蒜可以预防流感请转告家人"];
    const step = fc.record({
      kind: fc.constantFrom("put", "put", "forget", "look"),
      id: fc.integer({ min: 0, max: 12 }).map(String),
      account: fc.constantFrom("a", "b", "c"),
      text: fc.constantFrom(...texts),
      later: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const samples = createDoorSamples({ ...small, postsMax: 6 });
        let held: { id: string; account: string; text: string; at: number }[] = [];
        let at = 0;
        for (const { kind, id, account, text, later } of steps) {
          at += later;
          held = held.filter((each) => each.at >= at - small.windowMs);
          const own = held.find((each) => each.id === id);
          if (kind === "forget") {
            held = held.filter((each) => each !== own);
            // Nothing is looked at in between, so a post may have left the window unseen.
            expect(samples.forget(source, id) || own === undefined).toBe(true);
          } else if (kind === "look") expect(samples.look(text, at, { source, id })).toEqual(countIn(held, text, id));
          else {
            expect(samples.put({ source, id, account, text, at })).toEqual(countIn(held, own?.text ?? text, id));
            if (own === undefined) held.push({ id, account, text, at });
            held = held.slice(-6);
          }
        }
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("rebuilds from the last 50,000 records within the time that it is given", () => {
    const records = Array.from({ length: 50_000 }, (_, i) => {
      const text = i % 5 === 0 ? rumour : toText(i);
      return {
        kind: "action" as const,
        source,
        action: { id: `${i}`, at: i, account: `${i % 900}`, kind: "post" as const, text, objects: [] },
      };
    });
    const samples = createDoorSamples(defaultDoorSamplesOptions);
    const started = performance.now();
    const taken = replay(samples, records, { now: () => performance.now() });
    expect(performance.now() - started).toBeLessThan(3500);
    expect(taken).toBeGreaterThan(10_000);
    expect(samples.look(rumour, 50_000)).toMatchObject({ posts: Math.ceil(taken / 5), firstAt: 0 });
    let ticks = 0;
    expect(replay(createDoorSamples(small), records, { now: () => (ticks += 1000), msMax: 2000 })).toBe(512);
  });
});

/** Forty Chinese characters, different for each number. */
function toText(seed: number): string {
  const bytes = hash("sha512", `${seed}`, "buffer");
  return Array.from(bytes.subarray(0, 40), (byte, i) => String.fromCharCode(0x4e00 + byte * 16 + (i % 16))).join("");
}

function countIn(
  held: readonly { readonly id: string; readonly account: string; readonly text: string; readonly at: number }[],
  text: string,
  id: string,
): ReturnType<DoorSamples["look"]> {
  const others = held.filter((each) => each.text === text && each.id !== id);
  const [first] = others;
  const accounts = new Set(others.map((each) => each.account)).size;
  return first === undefined ? null : ({ posts: others.length, accounts, firstAt: first.at } satisfies SampleCount);
}
