import { describe, expect, it } from "vitest";
import { makeDetectionGroup } from "../testing/pieces.ts";
import type { DetectionGroup } from "./group.ts";
import { momentsMax, type GroupStore } from "./group-store.ts";

/** What every group store keeps to. */
export function groupStoreLaw(name: string, open: () => GroupStore): void {
  const group = (id: string, change: Partial<DetectionGroup> = {}): DetectionGroup =>
    makeDetectionGroup(id, { accounts: "abc", objects: "PQ" }, change);
  const idsOf = (groups: readonly DetectionGroup[]): readonly string[] => groups.map(({ id }) => id);

  describe(`group store: ${name}`, () => {
    it("gives back the newest version, whole", async () => {
      const store = open();
      expect(await store.get("g")).toBeNull();
      await store.put(group("g"));
      const newer = group("g", { version: 2, lead: { kind: "opened", leadId: "l", at: 5, learning: true } });
      await store.put(newer);
      expect(await store.get("g")).toEqual(newer);
      expect(await store.listOpen()).toEqual([newer]);
    });

    it("lists by kind and state, those found last first, in pages", async () => {
      const store = open();
      await store.put(group("b", { firstEpoch: 7 }));
      await store.put(group("a", { firstEpoch: 7, kind: "coordinated" }));
      await store.put(group("c", { firstEpoch: 9, state: "ended", endedAt: 9 }));
      await store.put(group("d", { firstEpoch: 3 }));
      expect(idsOf(await store.list({ limit: 9 }))).toEqual(["c", "a", "b", "d"]);
      expect(idsOf(await store.list({ limit: 2, after: { firstEpoch: 9, id: "c" } }))).toEqual(["a", "b"]);
      expect(idsOf(await store.list({ limit: 9, after: { firstEpoch: 7, id: "a" } }))).toEqual(["b", "d"]);
      expect(idsOf(await store.list({ limit: 9, kind: "campaign", state: "open" }))).toEqual(["b", "d"]);
      expect(idsOf(await store.list({ limit: 9, state: "ended" }))).toEqual(["c"]);
      expect(idsOf(await store.listOpen())).toEqual(["a", "b", "d"]);
    });

    it("keeps few moments of a long life: the newest whole, the older ones ever thinner", async () => {
      const store = open();
      const moment = (epoch: number) => ({ epoch, kind: "campaign" as const, accounts: 3, objects: 2, logE: 1 });
      for (let epoch = 1; epoch <= 1000; epoch++) await store.addMoment("g", moment(epoch));
      await store.addMoment("g", { ...moment(1000), accounts: 4 });
      const kept = await store.listMoments("g");
      expect(kept.length).toBeLessThanOrEqual(momentsMax);
      expect(kept[0]).toEqual(moment(1));
      expect(kept.at(-1)).toEqual({ ...moment(1000), accounts: 4 });
      expect(kept.slice(-50).map(({ epoch }) => epoch)).toEqual(Array.from({ length: 50 }, (_, i) => 951 + i));
      expect(kept.map(({ epoch }) => epoch)).toEqual(kept.map(({ epoch }) => epoch).toSorted((a, b) => a - b));
      expect(await store.listMoments("other")).toEqual([]);
    });

    it("finds groups by what they quote now, and by whom they ever held", async () => {
      const store = open();
      const quoting = (id: string, ...actions: readonly string[]): DetectionGroup => {
        const made = group(id);
        return { ...made, evidence: { ...made.evidence, quotes: actions.map((action) => ({ text: "t", action })) } };
      };
      await store.put(quoting("g", "s:1", "s:2"));
      await store.put(quoting("h", "s:2", "s:2", "s:3"));
      expect(await store.listQuoting(["s:2", "s:9"])).toEqual(["g", "h"]);
      await store.put(quoting("g", "s:1"));
      expect(await store.listQuoting(["s:2", "s:1", "s:3"])).toEqual(["g", "h"]);
      expect(await store.listQuoting(["s:2"])).toEqual(["h"]);
      await store.put(group("k", { everHeld: ["c", "z"] }));
      expect(await store.listHolding("z")).toEqual(["k"]);
      expect(await store.listHolding("c")).toEqual(["g", "h", "k"]);
    });

    it("forgets what ended long ago, with all that belongs to it", async () => {
      const store = open();
      await store.put(group("open"));
      await store.put(group("old", { state: "ended", endedAt: 4 }));
      await store.put(group("kept", { state: "ended", endedAt: 4 }));
      await store.put(group("new", { state: "ended", endedAt: 5 }));
      await store.addMoment("old", { epoch: 1, kind: "campaign", accounts: 3, objects: 2, logE: 1 });
      expect(await store.deleteEndedBefore(5, new Set(["kept"]))).toBe(1);
      expect(idsOf(await store.list({ limit: 9 })).toSorted()).toEqual(["kept", "new", "open"]);
      expect(await store.listMoments("old")).toEqual([]);
    });
  });
}
