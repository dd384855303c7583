import { describe, expect, it } from "vitest";
import { createSampleIndex, defaultSampleOptions } from "./sample-index.ts";

const options = { ...defaultSampleOptions, itemsMax: 64, entriesMax: 4096, exactMax: 64, windowMs: 1000 };
const rumour = "城东水厂今天下午爆炸了大家不要喝自来水";
const copy = "城东水厂今天下午爆炸了大家千万不要喝自来水";
const other = "明天上午市图书馆有儿童读书会欢迎报名参加";

describe("createSampleIndex()", () => {
  it("finds without holding", () => {
    const index = createSampleIndex(options);
    expect(index.find(rumour, 0)).toBe(-1);
    expect(index.find(rumour, 0)).toBe(-1);
    const { sample } = index.add(rumour, 0);
    expect(index.find(rumour, 0)).toBe(sample);
    expect(index.find(copy, 0)).toBe(sample);
    expect(index.find(other, 0)).toBe(-1);
    expect(index.count).toBe(1);
    expect(index.find(copy, 5000)).toBe(-1);
  });

  it("forgets a text, so that neither it nor what is like it is found", () => {
    const index = createSampleIndex(options);
    index.add(rumour, 0);
    index.add(other, 0);
    index.forget(rumour);
    expect([index.find(rumour, 0), index.find(copy, 0), index.find(other, 0)]).toEqual([-1, -1, 1]);
    expect(index.add(copy, 1).sample).toBe(2);
  });

  it("lets an heir stand for the sample", () => {
    const index = createSampleIndex(options);
    index.add(rumour, 0);
    index.add(copy, 1);
    index.forget(rumour, copy);
    expect(index.find(`${copy}了`, 2)).toBe(0);
    index.forget(copy);
    expect(index.find(`${copy}了`, 2)).toBe(-1);
    index.forget("was never there", "nor this");
    expect(index.count).toBe(1);
  });
});
