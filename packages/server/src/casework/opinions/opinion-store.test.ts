import { describe, expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import { createMemoryOpinionStore } from "./memory-opinion-store.ts";
import type { OpinionStore, QualitySample, SecondOpinion } from "./opinion-store.ts";
import { createSqliteOpinionStore, opinionMigrations } from "./sqlite-opinion-store.ts";

const asked: SecondOpinion = {
  id: "o1",
  case: "c1",
  question: "Is this one device farm?",
  askedBy: "ana",
  askedAt: 1,
  of: null,
  answer: null,
  answeredBy: null,
  answeredAt: null,
};
const sample = (id: string, drawnAt: number, agrees: boolean | null): QualitySample => ({
  id,
  case: "c1",
  drawnAt,
  judgement: agrees === null ? null : { by: "rei", at: 9, role: "operator", grade: "serious", reason: "So.", agrees },
});

const stores: readonly (readonly [string, () => OpinionStore])[] = [
  ["memory", createMemoryOpinionStore],
  ["sqlite", () => createSqliteOpinionStore(openState(":memory:", { migrations: opinionMigrations, now: () => 0 }))],
];

describe.each(stores)("opinion store: %s", (_, open) => {
  it("keeps opinions by case, the oldest first", async () => {
    const store = open();
    for (const one of [{ ...asked, id: "o2", askedAt: 2 }, asked, { ...asked, id: "o3", case: "c2" }]) {
      await store.putOpinion(one);
    }
    const answered = { ...asked, answer: "Yes.", answeredBy: "ben", answeredAt: 3 };
    await store.putOpinion(answered);
    expect((await store.listOpinions("c1")).map(({ id }) => id)).toEqual(["o1", "o2"]);
    expect(await store.findOpinion("o1")).toEqual(answered);
    expect(await store.findOpinion("o9")).toBeNull();
  });

  it("counts how often people agreed", async () => {
    const store = open();
    for (const one of [sample("d1", 1, true), sample("d2", 2, false), sample("d3", 2, null)])
      await store.putSample(one);
    expect(await store.countSamples()).toEqual({ drawn: 3, judged: 2, agreed: 1 });
    expect((await store.listSamples(undefined, 9)).map(({ id }) => id)).toEqual(["d3", "d2", "d1"]);
    expect((await store.listSamples([2, "d3"], 1)).map(({ id }) => id)).toEqual(["d2"]);
    expect(await store.findSample("d1")).toEqual(sample("d1", 1, true));
    expect(await store.findSample("d9")).toBeNull();
  });
});
