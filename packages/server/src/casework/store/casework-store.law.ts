import { people, pieces } from "@breakwater/casework/testing";
import { cleanRecord, getMachine, leadMachine, type Base } from "@breakwater/casework";
import { describe, expect, it } from "vitest";
import type { CaseworkStore, Link, NewEvent, StoredState } from "./casework-store.ts";

const stamp = { at: 1_000, by: people.detector.id, as: "detector" } as const;
const { kind: _, ...content } = pieces.detectedLead();
const opened = { kind: "lead_opened", content, expiresAt: 5_000, missing: [], ...stamp } as const;
const expired = { kind: "lead_expired", ...stamp, at: 5_000, as: "system" } as const;
const toEvent = (id: string, version: number, event: NewEvent["event"] = opened): NewEvent => ({
  object: "lead",
  id,
  version,
  event,
});
const open = (id: string, created: number, dueAt: number | null): StoredState => ({
  object: "lead",
  id,
  state: leadMachine.evolve(leadMachine.initial, opened) as Base<string>,
  created,
  createdAt: 1_000,
  dueAt,
});

/** What every store of casework keeps to. */
export function caseworkStoreLaw(name: string, openStore: () => CaseworkStore): void {
  describe(`casework store: ${name}`, () => {
    it("gives events back as they were, in order, and per object", async () => {
      const store = openStore();
      expect(await store.latestSequence()).toBe(0);
      expect(await store.appendEvent(toEvent("l1", 1))).toBe(1);
      expect(await store.appendEvent(toEvent("l2", 1))).toBe(2);
      expect(await store.appendEvent(toEvent("l1", 2, expired))).toBe(3);
      expect(await store.latestSequence()).toBe(3);
      expect((await store.readEvents(0, 2)).map(({ sequence, id }) => [sequence, id])).toEqual([
        [1, "l1"],
        [2, "l2"],
      ]);
      expect(await store.readEvents(2, 9)).toEqual([{ ...toEvent("l1", 2, expired), sequence: 3 }]);
      expect((await store.readHistory("lead", "l1")).map(({ event }) => event)).toEqual([opened, expired]);
      expect(await store.readHistory("case", "l1")).toEqual([]);
      const sequences = async (kinds: readonly string[], after = 0, limit = 9): Promise<readonly number[]> =>
        (await store.readKinds(kinds, after, limit)).map(({ sequence }) => sequence);
      expect(await sequences(["lead_opened"])).toEqual([1, 2]);
      expect(await sequences(["lead_opened", "lead_expired"], 1)).toEqual([2, 3]);
      expect(await sequences(["lead_opened", "lead_expired"], 0, 1)).toEqual([1]);
      expect(await sequences([])).toEqual([]);
    });

    it("takes each version of an object once", async () => {
      const store = openStore();
      await store.appendEvent(toEvent("l1", 1));
      await expect(store.appendEvent(toEvent("l1", 1, expired))).rejects.toThrow("Version 1 of lead l1");
      expect((await store.readHistory("lead", "l1")).length).toBe(1);
    });

    it("keeps the newest state, and when and as what an object began", async () => {
      const store = openStore();
      expect(await store.readState("lead", "l1")).toBeNull();
      await store.writeState(open("l1", 1, 5_000));
      const later = { ...open("l1", 1, null), state: getMachine("lead").evolve(open("l1", 1, null).state, expired) };
      await store.writeState(later);
      expect(await store.readState("lead", "l1")).toEqual(later);
      expect(await store.readState("case", "l1")).toBeNull();
    });

    it("lists states, and those that are due, in the order of creation", async () => {
      const store = openStore();
      for (const state of [open("l9", 1, 30), open("l5", 2, 10), open("l7", 3, 20), open("l1", 4, null)]) {
        await store.writeState(state);
      }
      expect((await store.listStates("lead", 1, 2)).map(({ id }) => id)).toEqual(["l5", "l7"]);
      const listDue = async (at: number, after = 0, limit = 9): Promise<readonly string[]> =>
        (await store.listDue("lead", { at, after, limit })).map(({ id }) => id);
      expect(await listDue(9)).toEqual([]);
      expect(await listDue(20)).toEqual(["l5", "l7"]);
      expect(await listDue(99)).toEqual(["l9", "l5", "l7"]);
      expect(await listDue(99, 1, 1)).toEqual(["l5"]);
      expect(await store.listDue("case", { at: 99, after: 0, limit: 9 })).toEqual([]);
    });

    it("finds by links, each there once, and no more when they are taken away", async () => {
      const store = openStore();
      const link = (id: string, value = ""): Link => ({ relation: "r", key: "k", object: "lead", id, value });
      for (const one of [link("l2"), link("l1", "b"), link("l1", "a"), link("l2")]) await store.addLink(one);
      await store.addLink({ ...link("l3"), key: "other" });
      expect(await store.findLinks("r", "k")).toEqual([link("l1", "a"), link("l1", "b"), link("l2")]);
      await store.removeLink(link("l1", "a"));
      await store.removeLink(link("l4"));
      expect(await store.findLinks("r", "k")).toEqual([link("l1", "b"), link("l2")]);
      expect(await store.findLinks("s", "k")).toEqual([]);
    });

    it("keeps what stands against accounts", async () => {
      const store = openStore();
      const strike = { measure: "m", decision: "d", level: 4, at: 1, until: 2 };
      await store.writeAccount("a1", cleanRecord);
      await store.writeAccount("a1", { ...cleanRecord, strikes: { m: strike } });
      const read = await store.readAccounts(["a1", "a2"]);
      expect([...read]).toEqual([["a1", { effects: {}, strikes: { m: strike } }]]);
    });

    it("forgets the projection and nothing else", async () => {
      const store = openStore();
      await store.appendEvent(toEvent("l1", 1));
      await store.writeState(open("l1", 1, 1));
      await store.writeAccount("a1", cleanRecord);
      await store.addLink({ relation: "r", key: "k", object: "lead", id: "l1", value: "" });
      await store.clearProjection();
      expect(await store.readState("lead", "l1")).toBeNull();
      expect(await store.findLinks("r", "k")).toEqual([]);
      expect((await store.readAccounts(["a1"])).size).toBe(0);
      expect(await store.latestSequence()).toBe(1);
      expect(await store.countUnnotarised()).toBe(1);
    });

    it("owes every event to the ledger until its entry is noted", async () => {
      const store = openStore();
      for (const id of ["l1", "l2", "l3"]) await store.appendEvent(toEvent(id, 1));
      expect((await store.listUnnotarised(2)).map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect(await store.findFirstEntry("lead", "l2")).toBeNull();
      await store.noteNotarised(2, 70);
      await store.noteNotarised(2, 71);
      expect((await store.listUnnotarised(9)).map(({ sequence }) => sequence)).toEqual([1, 3]);
      expect(await store.countUnnotarised()).toBe(2);
      expect(await store.findEntry(2)).toBe(70);
      expect(await store.findEntry(1)).toBeNull();
      expect(await store.latestEntry()).toBe(70);
      expect(await openStore().latestEntry()).toBe(-1);
      expect(await store.findFirstEntry("lead", "l2")).toBe(70);
    });

    it("lists what ended and whose words are still there, the longest ended first", async () => {
      const store = openStore();
      const end = async (id: string, at: number, source: "detector" | "reporter"): Promise<void> => {
        const began = leadMachine.evolve(leadMachine.initial, { ...opened, content: { ...content, source } });
        const state = { ...leadMachine.evolve(began, expired), updatedAt: at };
        await store.writeState({ ...open(id, 1, null), state });
      };
      await store.writeState(open("l0", 1, null));
      for (const [id, at, source] of [
        ["l1", 30, "detector"],
        ["l2", 10, "reporter"],
        ["l3", 20, "detector"],
      ] as const) {
        await end(id, at, source);
      }
      const ask = { statuses: ["lead_expired"], before: 30, limit: 9 };
      expect(await store.listUndestroyed("lead", ask)).toEqual(["l2", "l3"]);
      expect(await store.listUndestroyed("lead", { ...ask, before: 31, source: "detector" })).toEqual(["l3", "l1"]);
      expect(await store.listUndestroyed("lead", { ...ask, limit: 1 })).toEqual(["l2"]);
      await store.noteDestroyed("lead", "l2");
      expect(await store.listUndestroyed("lead", ask)).toEqual(["l3"]);
      expect(await store.listUndestroyed("case", ask)).toEqual([]);
    });

    it("finds what names an account, whole, and puts other words in the place of an event's", async () => {
      const store = openStore();
      const about = (ref: string) => ({ ...opened, content: { ...content, refs: ["x", ref] } });
      for (const [id, ref] of [
        ["l1", "ann"],
        ["l2", "anna"],
        ["l3", 'a"n'],
      ] as const) {
        await store.appendEvent(toEvent(id, 1, about(ref)));
      }
      const warned = { kind: "reporter_warned", reason: "r", ...stamp, as: "system" } as const;
      await store.appendEvent({ object: "reporter", id: "ann", version: 1, event: warned });
      expect(await store.findNaming("ann")).toEqual([
        { object: "lead", id: "l1" },
        { object: "reporter", id: "ann" },
      ]);
      expect(await store.findNaming('a"n')).toEqual([{ object: "lead", id: "l3" }]);
      await store.rewriteEvent(1, about("nobody"));
      expect((await store.readHistory("lead", "l1")).map(({ event }) => event)).toEqual([about("nobody")]);
      expect((await store.findNaming("ann")).map(({ object }) => object)).toEqual(["reporter"]);
    });

    it("forgets an account's record, and owes the ledger what is to be destroyed there until it is", async () => {
      const store = openStore();
      await store.writeAccount("a", cleanRecord);
      await store.removeAccount("a");
      expect((await store.readAccounts(["a"])).size).toBe(0);
      for (const entry of [7, 5, 7]) await store.oweErasure(entry);
      expect(await store.listOwedErasures(1)).toEqual([5]);
      await store.settleErasure(5);
      expect(await store.listOwedErasures(9)).toEqual([7]);
    });

    it("remembers commands by their keys, for as long as it is asked to", async () => {
      const store = openStore();
      const command = { key: "k", digest: "d", first: 3, last: 4, at: 10 };
      expect(await store.findCommand("k")).toBeNull();
      await store.keepCommand(command);
      await expect(store.keepCommand(command)).rejects.toThrow();
      expect(await store.findCommand("k")).toEqual(command);
      expect(await store.forgetCommands(10)).toBe(0);
      expect(await store.forgetCommands(11)).toBe(1);
      expect(await store.findCommand("k")).toBeNull();
    });
  });
}
