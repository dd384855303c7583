import type { Action } from "@breakwater/records";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeActions } from "./action-batch.ts";
import type { ActionLog, LogRecord } from "./action-log.ts";
import type { BatchLog } from "./batch-log.ts";

export type Place = {
  readonly open: () => ActionLog & BatchLog;
  /** Closes and opens again; adapters without a place to come back to give the same. */
  readonly reopen: (log: ActionLog & BatchLog) => ActionLog & BatchLog;
  readonly clear: () => void;
};

const day = 86_400_000;
/** Noon of a day. */
const noon = 20_000 * day + day / 2;

export function toTestAction(id: string, change: Partial<Action> = {}): Action {
  return { id, at: noon, account: "a", kind: "post", text: `text of ${id}`, objects: [], ...change };
}

/** What every action log keeps to, whatever it stands on. */
export function actionLogLaw(name: string, place: Place): void {
  describe(`action log: ${name}`, () => {
    let log: ActionLog & BatchLog;
    beforeEach(() => {
      place.clear();
      log = place.open();
    });
    afterEach(() => log.close());
    const put = (id: string, at = noon, change: Partial<Action> = {}) =>
      log.append("forum", [toTestAction(id, change)], at);

    it("is empty at first", async () => {
      expect(await log.latest()).toBe(0);
      expect(await log.read(0, 10)).toEqual([]);
      expect(await log.find("forum", "1")).toBeNull();
      expect(await log.edit("forum", "1", "x", noon)).toBe(false);
      expect(await log.remove("forum", "1", noon)).toBe(false);
      expect(await log.progress()).toEqual({ maxAt: 0, watermark: 0 });
      expect(await log.stats()).toMatchObject({ actions: 0, from: null, to: null });
    });

    it("gives rising offsets and reads back in order, to whoever opens it next as well", async () => {
      expect(await log.append("forum", [toTestAction("1"), toTestAction("2")], noon)).toEqual([
        { kind: "stored", offset: 1 },
        { kind: "stored", offset: 2 },
      ]);
      expect(await log.appendWatermark(noon)).toBe(3);
      log = place.reopen(log);
      const expected: LogRecord[] = [
        { offset: 1, kind: "action", source: "forum", action: toTestAction("1") },
        { offset: 2, kind: "action", source: "forum", action: toTestAction("2") },
        { offset: 3, kind: "watermark", at: noon },
      ];
      expect(await log.read(0, 10)).toEqual(expected);
      expect(await log.read(1, 1)).toEqual(expected.slice(1, 2));
      expect(await log.read(3, 1)).toEqual([]);
      expect(await log.latest()).toBe(3);
      expect(await log.progress()).toEqual({ maxAt: noon, watermark: noon });
    });

    it("keeps every field of an action", async () => {
      const whole = toTestAction("词\u{1F600}", {
        text: '防波堤 \u0000 \u2028 "x"',
        objects: [{ kind: "url", id: "https://example.org/?a=1" }],
        client: "web",
        createdAt: 5,
      });
      await log.append("forum", [whole], noon);
      expect(await log.find("forum", "词\u{1F600}")).toEqual(whole);
    });

    it("has one effect for each source and id, also within a call and after a restart", async () => {
      await put("1");
      log = place.reopen(log);
      const again = [toTestAction("1", { text: "other" }), toTestAction("2"), toTestAction("2"), toTestAction("3")];
      expect(await log.append("forum", again, noon + 1)).toEqual([
        { kind: "duplicate" },
        { kind: "stored", offset: 2 },
        { kind: "duplicate" },
        { kind: "stored", offset: 3 },
      ]);
      expect(await log.append("wiki", [toTestAction("1")], noon + 1)).toEqual([{ kind: "stored", offset: 4 }]);
      expect((await log.find("forum", "1"))?.text).toBe("text of 1");
      expect(await log.appendBatch(encodeActions("forum", again.slice(1)), noon + 2)).toEqual({
        stored: 0,
        firstOffset: 5,
        duplicates: [0, 1, 2],
        maxAt: 0,
      });
    });

    it("knows an id on the next day, and no longer when two segments came after", async () => {
      await put("1");
      expect(await put("1", noon + day)).toEqual([{ kind: "duplicate" }]);
      await put("2", noon + 2 * day);
      expect(await put("1", noon + 3 * day)).toEqual([{ kind: "stored", offset: 3 }]);
      expect((await log.stats()).segments).toBe(4);
    });

    it("never goes back a day where the clock does", async () => {
      await put("1", noon + day);
      await put("2", noon - 5 * day);
      log = place.reopen(log);
      await put("3", noon);
      expect(await log.stats()).toMatchObject({ segments: 1, actions: 3, from: noon + day, to: noon + day });
      expect(await log.read(0, 10)).toHaveLength(3);
    });

    it("edits: the action has the new text, and so has the edit", async () => {
      await put("1");
      await put("2");
      expect(await log.edit("forum", "1", "new", noon + 1)).toBe(true);
      log = place.reopen(log);
      const edited = toTestAction("1", { text: "new" });
      expect(await log.find("forum", "1")).toEqual(edited);
      expect(await log.read(0, 10)).toEqual([
        { offset: 1, kind: "action", source: "forum", action: edited },
        { offset: 2, kind: "action", source: "forum", action: toTestAction("2") },
        { offset: 3, kind: "edit", source: "forum", id: "1", action: edited },
      ]);
      expect(await log.read(2, 10)).toHaveLength(1);
    });

    it("removes: what was said of it goes, and it does not come back", async () => {
      await put("1");
      await log.edit("forum", "1", "new", noon);
      expect(await log.remove("forum", "1", noon)).toBe(true);
      expect(await log.remove("forum", "1", noon)).toBe(false);
      expect(await log.edit("forum", "1", "newer", noon)).toBe(false);
      expect(await put("1")).toEqual([{ kind: "duplicate" }]);
      log = place.reopen(log);
      expect(await log.read(0, 10)).toEqual([{ offset: 3, kind: "deletion", source: "forum", id: "1" }]);
      expect(await log.find("forum", "1")).toBeNull();
      expect(await log.latest()).toBe(3);
      expect((await log.stats()).actions).toBe(0);
    });

    it("edits and removes what arrived on earlier days", async () => {
      for (const [i, id] of ["1", "2", "3"].entries()) await put(id, noon + i * day);
      const later = noon + 3 * day;
      const done = [
        log.edit("forum", "1", "new", later),
        log.remove("forum", "2", later),
        log.remove("forum", "2", later),
        log.edit("forum", "1", "newer", later),
        log.remove("forum", "3", later),
        log.append("forum", [toTestAction("2"), toTestAction("3")], later),
      ];
      expect(await Promise.all(done)).toEqual([
        true,
        true,
        false,
        true,
        true,
        [{ kind: "stored", offset: expect.any(Number) as number }, { kind: "duplicate" }],
      ]);
      log = place.reopen(log);
      expect(await log.find("forum", "1")).toMatchObject({ text: "newer" });
      expect((await log.read(0, 20)).map(({ kind }) => kind).sort()).toEqual(
        ["action", "action", "edit", "edit", "deletion", "deletion"].sort(),
      );
      expect(await put("3", later)).toEqual([{ kind: "duplicate" }]);
    });

    it("lists and erases an account, over all days", async () => {
      await put("1");
      await put("2", noon + day, { account: "b" });
      await log.append("wiki", [toTestAction("3")], noon + 2 * day);
      const list = async (account: string): Promise<readonly string[]> => {
        const ids: string[] = [];
        for await (const { source, action } of log.listOfAccount(account)) ids.push(`${source} ${action.id}`);
        return ids;
      };
      expect(await list("a")).toEqual(["forum 1", "wiki 3"]);
      expect(await log.eraseAccount("a", noon + 3 * day)).toBe(2);
      expect(await log.eraseAccount("a", noon + 3 * day)).toBe(0);
      expect(await list("a")).toEqual([]);
      expect(await list("b")).toEqual(["forum 2"]);
      expect((await log.read(3, 10)).map((record) => ("id" in record ? [record.kind, record.id] : []))).toEqual([
        ["deletion", "1"],
        ["deletion", "3"],
      ]);
    });

    it("drops whole days, and goes on counting", async () => {
      for (let i = 0; i < 4; i++) await put(String(i), noon + i * day);
      await log.appendWatermark(noon);
      await log.edit("forum", "0", "new", noon + 3 * day);
      expect(await log.deleteBefore(noon + day)).toEqual({ actions: 1, segments: 1 });
      expect(await log.deleteBefore(noon + day)).toEqual({ actions: 0, segments: 0 });
      // The edit has nothing left to tell of.
      expect((await log.read(0, 10)).map(({ offset }) => offset)).toEqual([2, 3, 4, 5]);
      expect(await log.deleteBefore(noon + 30 * day)).toMatchObject({ actions: 3, segments: 3 });
      log = place.reopen(log);
      expect(await log.read(0, 10)).toEqual([]);
      expect(await log.progress()).toEqual({ maxAt: noon, watermark: noon });
      expect(await put("9", noon + 30 * day)).toEqual([{ kind: "stored", offset: 7 }]);
    });

    it("tells how much is kept", async () => {
      await put("1", noon, { at: noon - 1000 });
      await put("2", noon + day);
      expect(await log.stats()).toMatchObject({ actions: 2, segments: 2, from: noon, to: noon + day });
    });
  });
}
