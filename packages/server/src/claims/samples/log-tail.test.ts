import type { Action } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { createMemoryActionLog } from "../../actions/memory-action-log.ts";
import { createDoorSamples } from "./door-samples.ts";
import { createLogTail } from "./log-tail.ts";

const rumour = "城东水厂今天下午爆炸了，大家不要喝自来水";
const small = { windowMs: 1e9, postsMax: 1000, wordingsMax: 64 };
const toAction = (id: number): Action => ({
  id: `${id}`,
  at: 1000 + id,
  account: `a${id}`,
  kind: "post",
  text: rumour,
  objects: [],
});
const range = (from: number, to: number): readonly Action[] =>
  Array.from({ length: to - from }, (_, i) => toAction(from + i));

describe("createLogTail()", () => {
  it("lets samples hear of posts, edits and deletions beside checks, each once", async () => {
    const [log, samples] = [createMemoryActionLog(), createDoorSamples(small)];
    const tail = createLogTail({ reader: log, samples, from: 0 });
    samples.put({ source: "forum", id: "0", account: "a0", text: rumour, at: 1000 });
    await log.append("forum", range(0, 450), 2000);
    await Promise.all([tail.catchUp(), tail.catchUp()]);
    expect(samples.look(rumour, 2000)).toMatchObject({ posts: 450, accounts: 450 });
    await log.edit("forum", "1", "明天上午市图书馆有儿童读书会欢迎参加", 2001);
    await log.remove("forum", "2", 2002);
    await log.append("other", [toAction(0)], 2003);
    await tail.catchUp();
    expect(samples.look(rumour, 2004)).toMatchObject({ posts: 449 });
    expect(tail.skipped()).toBe(0);
  });

  it("passes over the oldest where too many wait, and says so", async () => {
    const [log, samples] = [createMemoryActionLog(), createDoorSamples(small)];
    const tail = createLogTail({ reader: log, samples, from: 0, behindMax: 100 });
    await log.append("forum", range(0, 300), 2000);
    await tail.catchUp();
    expect(tail.skipped()).toBe(200);
    expect(samples.look(rumour, 2000)).toMatchObject({ posts: 100 });
  });
});
