import { describe, expect, it } from "vitest";
import { parseCheckpoint, toUtf8, type EntryFacts } from "@breakwater/ledger";
import type { LedgerNotary } from "./ledger-notary.ts";

const facts: EntryFacts = { type: "lead_opened", rule: "GOV-T1", times: { opened: 1_700_000_000_000 } };

/** What every notary keeps to, whatever it stands on. */
export function ledgerNotaryLaw(name: string, open: () => Promise<LedgerNotary>): void {
  describe(`notary: ${name}`, () => {
    it("gives each commit a sequence of its own, from 0, also those that come together", async () => {
      const notary = await open();
      expect(await notary.size()).toBe(0);
      expect(await notary.commit(facts)).toEqual({ sequence: 0 });
      const together = await Promise.all(Array.from({ length: 50 }, () => notary.commit(facts)));
      expect(new Set(together.map(({ sequence }) => sequence)).size).toBe(50);
      expect(await notary.size()).toBe(51);
      expect(await notary.commit({ type: "lead_decided", about: 0 })).toEqual({ sequence: 51 });
    });

    it("is under a checkpoint by the time it says so", async () => {
      const notary = await open();
      const sizes = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const { sequence } = await notary.commit(facts);
          return (await notary.size()) > sequence;
        }),
      );
      expect(sizes).toEqual(Array.from({ length: 20 }, () => true));
    });

    it("gives a checkpoint that all of it is below", async () => {
      const notary = await open();
      const read = async () => parseCheckpoint(toUtf8(await notary.checkpoint()));
      expect((await read())?.size).toBe(0);
      await notary.commit(facts);
      const [one, again] = [await read(), await read()];
      expect(one?.size).toBe(1);
      expect(again).toEqual(one);
      await notary.commit(facts);
      const two = await read();
      expect([two?.size, two?.origin]).toEqual([2, one?.origin]);
      expect(two?.root).not.toEqual(one?.root);
    });

    it.each<[string, EntryFacts, Uint8Array?]>([
      ["facts that name somebody", { type: "about li lei" }],
      ["a number as long as a phone's", { type: "lead_opened", rule: "x-1234567" }],
      ["a type that is the ledger's own", { type: "payload_erased", about: 0 }],
      ["an entry about one that is not there", { type: "lead_decided", about: 99 }],
      ["a member that nobody knows", Object.assign({ type: "x" }, { note: "Li Lei" })],
      ["a payload past its limit", facts, new Uint8Array(16_777_217)],
    ])("refuses %s, and takes nothing", async (_, refused, payload) => {
      const notary = await open();
      await expect(notary.commit(refused, payload)).rejects.toMatchObject({ code: "refused_entry" });
      expect(await notary.size()).toBe(0);
    });

    it("gives a payload back as it was, until it is erased, which is logged", async () => {
      const notary = await open();
      const payload = toUtf8("谣言");
      const { sequence } = await notary.commit(facts, payload);
      const bare = await notary.commit(facts);
      payload.fill(0);
      expect(Buffer.from((await notary.readPayload(sequence)) ?? []).toString()).toBe("谣言");
      expect(await notary.readPayload(bare.sequence)).toBeNull();
      const empty = await notary.commit(facts, new Uint8Array());
      expect(await notary.readPayload(empty.sequence)).toHaveLength(0);

      expect(await notary.erase(sequence)).toEqual({ sequence: 3 });
      expect(await notary.readPayload(sequence)).toBeNull();
      expect(await notary.erase(sequence)).toEqual({ sequence: 4 });
      await expect(notary.erase(bare.sequence)).rejects.toMatchObject({ code: "refused_entry" });
      expect(await notary.size()).toBe(5);
    });

    it("gives entries in order, by pages, with what is left of their payloads", async () => {
      const notary = await open();
      expect(await notary.readAfter(-1, 9)).toEqual([]);
      for (const text of ["a", "b", "c"]) await notary.commit(facts, toUtf8(text));
      await notary.commit(facts);
      await notary.erase(1);
      const read = async (after: number, limit: number) =>
        (await notary.readAfter(after, limit)).map(({ sequence, payload }) => [
          sequence,
          payload === null ? null : Buffer.from(payload).toString(),
        ]);
      expect(await read(-1, 2)).toEqual([
        [0, "a"],
        [1, null],
      ]);
      expect(await read(1, 9)).toEqual([
        [2, "c"],
        [3, null],
        [4, null],
      ]);
      expect(await read(4, 9)).toEqual([]);
      expect(await read(99, 9)).toEqual([]);
    });

    it("has nothing at a place that was never given", async () => {
      const notary = await open();
      await expect(notary.readPayload(0)).rejects.toThrow();
      await expect(notary.erase(0)).rejects.toThrow();
    });
  });
}
