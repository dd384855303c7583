import { people, pieces, playHistory } from "@breakwater/casework/testing";
import { createEventPlacer, describeEvent, nothingKnown, toFacts, type DeskEvent } from "@breakwater/casework";
import { findFactFault } from "@breakwater/ledger";
import { describe, expect, it } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { createSqliteOutbox } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createMemoryCaseworkStore } from "../store/memory-casework-store.ts";
import { createListNotary } from "../testing/list-notary.ts";
import { openHouse } from "../testing/open-house.ts";
import { createNotarising } from "./notarise.ts";

async function openTwoLeads() {
  const house = openHouse();
  for (const key of ["k1", "k2"]) {
    const lead = { key, group: key, refs: ["a1", "a2"], signals: pieces.twoAxes, reason: "", learning: false };
    await house.leadDesk.openLead(lead);
  }
  const [first = ""] = (await house.stores.casework.listStates("lead", 0, 1)).map(({ id }) => id);
  const by = { actor: people.tian, at: house.clock.at };
  await house.leadBook.command(first, { kind: "dismiss", reason: "authentic" }, by);
  const ports = {
    transactor: createSqliteTransactor(house.db),
    store: house.stores.casework,
    outbox: createSqliteOutbox(house.db),
    now: () => house.clock.at,
  };
  return { house, ports };
}

describe("createNotarising()", () => {
  it("commits every event once, in order, hung on the first of its object", async () => {
    const { house, ports } = await openTwoLeads();
    const notary = createListNotary();
    const notarising = createNotarising({ ...ports, notary });
    expect(await Promise.all([notarising.run(), notarising.run()])).toEqual([3, 3]);
    expect(await notarising.run()).toBe(0);
    const happened = house.clock.at;
    const opened = {
      type: "lead_opened",
      role: "detector",
      times: { happened, expires: happened + 30 * 86_400_000 },
      words: { source: "detector", family_co_timing: "coordinated", family_origin: "inauthentic", version_v1: "spoke" },
      counts: { items: 2 },
    };
    expect(notary.entries.map(({ facts }) => facts)).toEqual([
      opened,
      opened,
      { type: "lead_dismissed", role: "triage", times: { happened }, words: { reason: "authentic" }, about: 0 },
    ]);
    expect(await house.stores.casework.countUnnotarised()).toBe(0);
    expect(await house.stores.casework.findEntry(3)).toBe(2);
  });

  it("owes what the ledger did not take, and finds what it took and nobody noted", async () => {
    const { house, ports } = await openTwoLeads();
    const notary = createListNotary(1);
    await expect(createNotarising({ ...ports, notary }).run()).rejects.toThrow("gone");
    expect(await house.stores.casework.countUnnotarised()).toBe(3);
    // The process ended here, with one entry in the ledger. Others write to it too.
    const back = createListNotary();
    back.entries.push(...notary.entries, { facts: { type: "evidence_kept" }, payload: new TextEncoder().encode("{}") });
    const again = createNotarising({ ...ports, notary: back });
    expect(await again.recover()).toBe(1);
    expect(await again.run()).toBe(2);
    expect(back.entries.map(({ facts }) => facts.type)).toEqual([
      "lead_opened",
      "evidence_kept",
      "lead_opened",
      "lead_dismissed",
    ]);
    expect(await again.recover()).toBe(0);
  });

  it("lets effects go only once the ledger holds the order", async () => {
    const { tellEffects } = await playInto(7);
    const { before, after, orders } = await tellEffects();
    expect(before).toEqual([]);
    expect(orders.length).toBeGreaterThan(20);
    expect(after).toEqual(orders);
  });
});

const effectKinds: Readonly<Record<string, string>> = {
  effect_ordered: "measure.apply",
  reversal_ordered: "measure.reverse",
  hold_placed: "hold.place",
  hold_released: "hold.release",
  hold_expired: "hold.release",
};

/** A random history, written into a store. */
async function playInto(seed: number) {
  const { desk } = playHistory(seed, 2_000);
  const store = createMemoryCaseworkStore();
  const versions = new Map<string, number>();
  for (const { object, id, event } of desk.events) {
    const version = (versions.get(`${object}/${id}`) ?? 0) + 1;
    versions.set(`${object}/${id}`, version);
    await store.appendEvent({ object, id, version, event });
  }
  for (const object of ["decision", "hold"] as const) {
    for (const id of desk.listIds(object)) {
      const state = desk.getState(object, id);
      await store.writeState({ object, id, state, created: 1, createdAt: 1, dueAt: null });
    }
  }
  const outbox = createMemoryOutbox();
  const notarising = createNotarising({
    transactor: createMemoryTransactor(),
    store,
    outbox,
    notary: createListNotary(),
    now: () => 0,
  });
  const tell = async (): Promise<readonly string[]> => (await outbox.readAfter(0, 10_000)).map(({ kind }) => kind);
  const tellEffects = async () => {
    const before = await tell();
    await notarising.run();
    const orders = desk.events.flatMap(({ event }) => effectKinds[event.kind] ?? []);
    return { before, after: await tell(), orders };
  };
  return { tellEffects };
}

describe("toFacts()", () => {
  it("CW-170 says nothing of any event that may not stand in the clear for ever", () => {
    const events: DeskEvent[] = [];
    for (let seed = 1; seed <= 12; seed += 1) events.push(...playHistory(seed, 700).desk.events);
    const types = new Set<string>();
    const place = createEventPlacer();
    for (const happening of events) {
      const { event, object, id } = happening;
      const facts = toFacts(place(happening), object === "lead" ? null : 3);
      expect([facts.type, findFactFault(facts, 10)]).toEqual([facts.type, null]);
      types.add(facts.type);
      // No id, no word of anybody.
      const clear = JSON.stringify(facts);
      // The name of a rule is letters and a number, and what figures are told by.
      const ids = object === "rule_version" ? [] : [id];
      for (const text of [...ids, "Written by", ...(event.by === event.as ? [] : [`"${event.by}"`])]) {
        expect(clear).not.toContain(text);
      }
    }
    expect(types.size).toBeGreaterThan(60);
  });

  it("tells what figures need: the level, the role found, the rule, how it was detected", () => {
    const opening = pieces.actionOpening("a1", ["mute", "warning"]);
    const stamp = { at: 5, by: "system", as: "system" } as const;
    const event = { kind: "decision_opened", opening, reviewAt: {}, ...stamp } as const;
    const known = {
      ...nothingKnown,
      measures: Object.fromEntries(
        opening.measures.map(({ id, type, target }) => [id, { type, target: target.kind }] as const),
      ),
    };
    const facts = toFacts(describeEvent(event, known), null);
    const rule = `${opening.rule.id}:${opening.rule.version}`;
    expect(facts).toMatchObject({
      type: "decision_opened",
      role: opening.role,
      times: { happened: 5 },
      level: 7,
      rule,
    });
    expect(facts.words).toMatchObject({ outcome: "action", restricts_provision: "yes", category: "scams_and_fraud" });
    expect(facts.counts).toEqual({ measures: 2, evidence: opening.evidence.length });
    // A rule's id that may not stand in the clear stays in the payload.
    const odd = { ...event, opening: { ...opening, rule: { ...opening.rule, id: "rule of 13800138000" } } };
    const { rule: _, ...rest } = facts;
    expect(toFacts(describeEvent(odd, known), null)).toEqual(rest);
  });
});
