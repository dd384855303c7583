import { beforeEach, describe, expect, it } from "vitest";
import { grepFiles } from "../grep-files.ts";
import type { DataHolder, HeldRecord } from "./data-holder.ts";

export type HolderPlace = {
  readonly holder: DataHolder;
  /**
   * Puts something of `account` there, with `mark` in every text or id that is the account's own, and at least two records; where the holder keeps
   * what several accounts share, it shares it with `other`.
   */
  readonly plant: (account: string, mark: string, other: string) => Promise<void>;
  /** The folder of its files; null where it has none. */
  readonly folder: string | null;
  /** What main calls after an erasure: writes the log of the state database back, or nothing. */
  readonly settle: () => Promise<void>;
};

const [one, other] = ["account-of-one-7c1", "account-of-other-9d2"];
const [markOfOne, markOfOther] = ["words-of-one-41", "words-of-other-52"];

/** What every holder of personal data keeps to. `open` begins anew, empty. */
export function dataHolderLaw(name: string, open: () => Promise<HolderPlace>): void {
  describe(`data holder: ${name}`, () => {
    let place: HolderPlace;
    beforeEach(async () => {
      place = await open();
      await place.plant(one, markOfOne, other);
      await place.plant(other, markOfOther, one);
    });
    const listOf = async (account: string): Promise<readonly HeldRecord[]> => {
      const records: HeldRecord[] = [];
      for await (const record of place.holder.listOf(account)) records.push(record);
      return records;
    };

    it("has a code word for a name", () => {
      expect(place.holder.name).toMatch(/^[a-z][a-z_]{1,30}$/);
    });

    it("tells an account what is kept of it, as plain data", async () => {
      const records = await listOf(one);
      expect(records.length).toBeGreaterThanOrEqual(2);
      expect(JSON.stringify(records)).toContain(markOfOne);
      for (const record of records) {
        expect(record.kind).toMatch(/^[a-z][a-z_]{1,30}$/);
        expect(structuredClone(record)).toEqual(record);
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      }
    });

    it("tells nothing of anybody else, and nothing to a stranger", async () => {
      const told = JSON.stringify(await listOf(one));
      expect(told).not.toContain(other);
      expect(told).not.toContain(markOfOther);
      expect(await listOf("nobody")).toEqual([]);
      expect(await listOf(one.slice(0, -1))).toEqual([]);
      expect(await listOf(one.toUpperCase())).toEqual([]);
      expect(await listOf(`${one}' OR 1=1 --`)).toEqual([]);
    });

    it("erases an account, counts it, and leaves the others be", async () => {
      const before = await listOf(other);
      const { erased, keptBack } = await place.holder.erase(one, 1_800_000_000_000);
      expect(keptBack).toEqual([]);
      expect(erased).toBeGreaterThanOrEqual(2);
      expect(await listOf(one)).toEqual([]);
      expect(await listOf(other)).toEqual(before);
    });

    it("may be asked twice, and for somebody who was never there", async () => {
      await place.holder.erase(one, 1_800_000_000_000);
      expect(await place.holder.erase(one, 1_800_000_000_001)).toEqual({ erased: 0, keptBack: [] });
      expect(await place.holder.erase("nobody", 1_800_000_000_002)).toEqual({ erased: 0, keptBack: [] });
    });

    it("leaves no byte of it in its files", async () => {
      if (place.folder === null) return;
      await place.holder.erase(one, 1_800_000_000_000);
      await place.settle();
      expect(await grepFiles(place.folder, [one, markOfOne])).toEqual([]);
      expect((await grepFiles(place.folder, [markOfOther])).length).toBeGreaterThan(0);
    });
  });
}
