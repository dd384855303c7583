import { defaultSettings, objectKinds, type DeskEvent, type Settings } from "@breakwater/casework";
import { monday, people, pieces, playHistory, type Heard, type History } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { caseworkStoreMigrations } from "../store/casework-migrations.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import { createMemoryCaseworkStore } from "../store/memory-casework-store.ts";
import { createSqliteCaseworkStore } from "../store/sqlite-casework-store.ts";
import { createCaseworkDesk, type CaseworkDesk, type DeskDeps } from "./casework-desk.ts";

type House = { readonly desk: CaseworkDesk; readonly store: CaseworkStore };
type More = Partial<DeskDeps> & { readonly settings: Settings };

function openMemory(more: More): House {
  const store = createMemoryCaseworkStore();
  const ports = { transactor: createMemoryTransactor(), outbox: createMemoryOutbox(), store };
  return { store, desk: createCaseworkDesk({ ...ports, activeDesks: ["desk-1"], readModels: [], ...more }) };
}

function openSqlite(more: More): House {
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

describe.each([
  ["memory", openMemory, 2],
  ["sqlite", openSqlite, 6],
] as const)("createCaseworkDesk() over %s", (_, open, histories) => {
  it("answers and comes to what the desk in memory does, over random histories", { timeout: 120_000 }, async () => {
    for (let seed = 40; seed < 40 + histories; seed += 1) {
      const heard: Heard[] = [];
      const told = playHistory(seed, 900, (one) => heard.push(one));
      const house = open({ settings: told.settings });
      await follow(house.desk, heard);
      await expectSame(house, told);
      const events = await house.store.readEvents(0, 100_000);
      expect(events.map(({ event }) => event)).toEqual(told.desk.events.map(({ event }) => event));

      const projected = await readProjection(house.store);
      const rebuilt = await house.desk.rebuild();
      expect(rebuilt.events).toBe(events.length);
      expect(await readProjection(house.store)).toEqual(projected);
    }
  });

  it("has one effect for one key", async () => {
    const { desk, store } = open({ settings: defaultSettings });
    const order = { object: "lead", id: "l1", command: pieces.detectedLead() } as const;
    const by = { actor: people.detector, at: monday, key: "epoch-7" };
    const first = await desk.execute(order, by);
    const again = await desk.execute(order, { ...by, at: monday + 5 });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await desk.execute({ ...order, id: "l2" }, by)).toEqual({ kind: "key_taken" });
    expect(await store.latestSequence()).toBe(1);
  });

  it("refuses whoever saw an earlier version", async () => {
    const { desk } = open({ settings: defaultSettings });
    await desk.execute(
      { object: "lead", id: "l1", command: pieces.detectedLead() },
      { actor: people.detector, at: monday },
    );
    const dismiss = { object: "lead", id: "l1", command: { kind: "dismiss", reason: "authentic" } } as const;
    const by = { actor: people.tian, at: monday + 1 };
    expect(await desk.execute(dismiss, { ...by, expectedVersion: 0 })).toEqual({ kind: "stale", version: 1 });
    expect(await desk.execute(dismiss, { ...by, expectedVersion: 1 })).toMatchObject({ kind: "done", version: 2 });
  });

  it("bears a clock that steps back a little, and refuses one that steps back far", async () => {
    const { desk } = open({ settings: defaultSettings });
    await desk.execute(
      { object: "lead", id: "l1", command: pieces.detectedLead() },
      { actor: people.detector, at: monday },
    );
    const dismiss = { object: "lead", id: "l1", command: { kind: "dismiss", reason: "authentic" } } as const;
    const far = await desk.execute(dismiss, { actor: people.tian, at: monday - 400_000 });
    expect(far).toMatchObject({ kind: "refused", refusal: { code: "time_runs_backwards" } });
    expect(await desk.execute(dismiss, { actor: people.tian, at: monday - 1_000 })).toMatchObject({ kind: "done" });
    expect((await desk.getState("lead", "l1")).updatedAt).toBe(monday);
  });
});

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
