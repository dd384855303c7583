import { objectKinds, type DeskEvent, type Related, type Settings } from "@breakwater/casework";
import { playHistory, type Heard, type History } from "@breakwater/casework/testing";
import { expect } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createCaseworkDesk, type CaseworkDesk, type DeskDeps } from "../desk/casework-desk.ts";
import { loadRelated } from "../desk/load-related.ts";
import { openUnit } from "../desk/unit.ts";
import { relations } from "../projection/list-links.ts";
import { caseworkStoreMigrations } from "../store/casework-migrations.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import { createMemoryCaseworkStore } from "../store/memory-casework-store.ts";
import { createSqliteCaseworkStore } from "../store/sqlite-casework-store.ts";

/** A desk and what it stands on. */
export type House = { readonly desk: CaseworkDesk; readonly store: CaseworkStore };
export type More = Partial<DeskDeps> & { readonly settings: Settings };

export function openMemory(more: More): House {
  const store = createMemoryCaseworkStore();
  const ports = { transactor: createMemoryTransactor(), outbox: createMemoryOutbox(), store };
  return { store, desk: createCaseworkDesk({ ...ports, activeDesks: ["desk-1"], readModels: [], ...more }) };
}

export function openSqlite(more: More): House {
  const migrations = [...outboxMigrations, ...caseworkStoreMigrations];
  const db = openState(":memory:", { migrations, now: () => 0 });
  const store = createSqliteCaseworkStore(db);
  const ports = { transactor: createSqliteTransactor(db), outbox: createSqliteOutbox(db), store };
  return { store, desk: createCaseworkDesk({ ...ports, activeDesks: ["desk-1"], readModels: [], ...more }) };
}

/** Sequences begin at 0 in memory and at 1 in a store. */
const renumber = (events: readonly DeskEvent[]): readonly DeskEvent[] =>
  events.map((event) => ({ ...event, sequence: event.sequence + 1 }));

async function expectSame({ desk, store }: House, { desk: told }: History): Promise<void> {
  for (const object of objectKinds) {
    const ids = (await store.listStates(object, 0, 10_000)).map(({ id }) => id);
    expect(ids).toEqual(told.listIds(object));
    for (const id of ids) expect(await desk.getState(object, id)).toEqual(told.getState(object, id));
  }
  const accounts = await store.readAccounts(told.listAccounts());
  for (const account of told.listAccounts()) expect(accounts.get(account)).toEqual(told.getAccount(account));
}

/** Asks the desk what the other was asked, and holds each answer against the other's. */
async function follow(desk: CaseworkDesk, heard: readonly Heard[]): Promise<void> {
  for (const one of heard) {
    if (one.kind === "tick") {
      expect((await desk.tick(one.at)).failed).toEqual([]);
      continue;
    }
    const answer = await desk.execute(one.order, one);
    if (one.outcome.ok) expect(answer).toMatchObject({ kind: "done", events: renumber(one.outcome.value) });
    else expect(answer).toEqual({ kind: "refused", refusal: one.outcome.refusal });
  }
}

/**
 * Asks a desk what the desk in memory was asked in a random history: every answer, every event, every state has to be the same, and the
 * same again once all of it is made anew from the events.
 */
export async function followHistory(
  open: (more: More) => House,
  { seed, commands }: { readonly seed: number; readonly commands: number },
): Promise<void> {
  const heard: Heard[] = [];
  const told = playHistory(seed, commands, (one) => heard.push(one));
  const house = open({ settings: told.settings });
  await follow(house.desk, heard);
  await expectSame(house, told);
  await expectRelated(house, told);
  const events = await house.store.readEvents(0, 100_000);
  expect(events.map(({ event }) => event)).toEqual(told.desk.events.map(({ event }) => event));

  const projected = await readProjection(house.store);
  const rebuilt = await house.desk.rebuild();
  expect(rebuilt.events).toBe(events.length);
  expect(await readProjection(house.store)).toEqual(projected);
}

/** What objects know of each other, by index and by looking through everything. */
async function expectRelated({ store }: House, { desk: told, settings }: History): Promise<void> {
  const activeDesks = ["desk-1"];
  const unit = openUnit({ store, settings, readModels: [] });
  const removals = told.getRelated("hold", "none").removalsInForce;
  const telling = told.getRelated("case", "none").determinations;
  const rules = [...new Set(told.listIds("rule_version").map((id) => id.split(":")[0] ?? ""))];
  const items = [
    ...told.listIds("determination").map((determination) => ({ determination, rule: { id: "none", version: "1" } })),
    ...rules.map((rule) => ({ determination: null, rule: { id: rule, version: "1" } })),
  ];
  const byRule = (related: Related): unknown => new Map(related.rulesInForce.map((one) => [one.rule.id, one]));
  for (const object of ["case", "decision"] as const) {
    for (const id of told.listIds(object)) {
      const related = await loadRelated({ object, id, command: { items } }, { unit, store, activeDesks });
      const expected = told.getRelated(object, id);
      expect({ ...related, involved: new Set(related.involved), rulesInForce: byRule(related) }).toEqual({
        ...expected,
        involved: new Set(expected.involved),
        rulesInForce: byRule(expected),
      });
    }
  }
  expect(telling.every((id) => told.listIds("determination").includes(id))).toBe(true);
  for (const id of told.listIds("decision")) {
    const hold = { object: "hold", id: "none", command: { decision: id } } as const;
    const { removalsInForce } = await loadRelated(hold, { unit, store, activeDesks });
    expect(removalsInForce).toEqual(removals.filter((removal) => removal === id));
    const { opening } = told.getState("decision", id);
    for (const strike of opening?.kind === "action" ? opening.strikesReliedOn : []) {
      expect((await store.findLinks(relations.reliesOn, strike)).map((link) => link.id)).toContain(id);
    }
  }
}

async function readProjection(store: CaseworkStore): Promise<unknown> {
  const states = [];
  for (const object of objectKinds) states.push(...(await store.listStates(object, 0, 100_000)));
  const accounts = await store.readAccounts(["a0", "a1", "a2", "a3", "a4", "a5", "a6"]);
  const links = [];
  for (const { id } of states) {
    for (const relation of ["merged_into", "relies_on", "took_part", "removal_in_force", "telling"]) {
      links.push(await store.findLinks(relation, id));
    }
  }
  return { states, accounts: [...accounts].sort(([a], [b]) => (a < b ? -1 : 1)), links };
}
