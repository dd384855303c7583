import {
  cleanRecord,
  evolveAccount,
  getMachine,
  type AccountRecord,
  type Base,
  type DecisionEvent,
  type DeskEvent,
  type Happening,
  type ObjectKind,
  type Settings,
  type StateOf,
} from "@breakwater/casework";
import { findDueAt } from "../projection/find-due-at.ts";
import { listLinks } from "../projection/list-links.ts";
import type { ReadModel } from "../projection/read-model.ts";
import { accountOf, evolve } from "../projection/rebuild-projection.ts";
import type { CaseworkStore, Link, StoredState } from "../store/casework-store.ts";

type Held = Omit<StoredState, "dueAt">;

/** What one command and its follow-ups read and change. What was read once is not read again; what changed is written at the end. */
export type Unit = {
  readonly load: <K extends ObjectKind>(object: K, id: string) => Promise<StateOf<K>>;
  /** What was loaded; throws where nobody did. */
  readonly get: <K extends ObjectKind>(object: K, id: string) => StateOf<K>;
  /** Sequence of the first event of what was loaded; those that are not there are last. */
  readonly getCreated: (object: ObjectKind, id: string) => number;
  readonly loadAccounts: (accounts: readonly string[]) => Promise<ReadonlyMap<string, AccountRecord>>;
  readonly append: (happening: Happening) => Promise<DeskEvent>;
  /** Writes what changed, and gives it. */
  readonly finish: () => Promise<readonly StoredState[]>;
};

export type UnitWorld = {
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly readModels: readonly ReadModel[];
};

export function openUnit({ store, settings, readModels }: UnitWorld): Unit {
  const held = new Map<string, Held>();
  const changed = new Set<string>();
  const accounts = new Map<string, AccountRecord>();
  const changedAccounts = new Set<string>();
  const nameOf = (object: ObjectKind, id: string): string => `${object}/${id}`;

  const hold = async (object: ObjectKind, id: string): Promise<Held> => {
    const name = nameOf(object, id);
    const there = held.get(name);
    if (there !== undefined) return there;
    const read = await store.readState(object, id);
    const initial = { object, id, state: getMachine(object).initial, created: Infinity, createdAt: 0 };
    held.set(name, read ?? initial);
    return read ?? initial;
  };
  const get = (object: ObjectKind, id: string): Held => {
    const there = held.get(nameOf(object, id));
    if (there === undefined) throw new Error(`${object} ${id} is asked for and was not read.`);
    return there;
  };
  const loadAccounts = async (names: readonly string[]): Promise<ReadonlyMap<string, AccountRecord>> => {
    const missing = names.filter((name) => !accounts.has(name));
    const read = missing.length === 0 ? new Map<string, AccountRecord>() : await store.readAccounts(missing);
    for (const name of missing) accounts.set(name, read.get(name) ?? cleanRecord);
    return accounts;
  };

  return {
    load: async (object, id) => (await hold(object, id)).state as never,
    get: (object, id) => get(object, id).state as never,
    getCreated: (object, id) => get(object, id).created,
    loadAccounts,
    append: async (happening) => {
      const { object, id, event } = happening;
      const before = await hold(object, id);
      const state = evolve(object, before.state, event);
      const sequence = await store.appendEvent({ object, id, version: state.version, event });
      const isNew = before.state.version === 0;
      const origin = isNew ? { created: sequence, createdAt: event.at } : before;
      held.set(nameOf(object, id), { object, id, state, created: origin.created, createdAt: origin.createdAt });
      changed.add(nameOf(object, id));
      await changeLinks(store, listLinks(object, id, before.state), listLinks(object, id, state));
      const account = accountOf(object, event);
      if (account !== null) {
        await loadAccounts([account]);
        accounts.set(account, evolveAccount(accounts.get(account) ?? cleanRecord, event as DecisionEvent));
        changedAccounts.add(account);
      }
      return { ...happening, sequence, from: before.state.status, to: state.status };
    },
    finish: async () => {
      const written: StoredState[] = [];
      for (const name of changed) {
        const one = held.get(name);
        if (one === undefined) continue;
        const stored = { ...one, dueAt: findDueAt(one.object, one.state, settings) };
        await store.writeState(stored);
        for (const model of readModels) await model.take(stored);
        written.push(stored);
      }
      for (const account of changedAccounts) await store.writeAccount(account, accounts.get(account) ?? cleanRecord);
      return written;
    },
  };
}

async function changeLinks(store: CaseworkStore, before: readonly Link[], after: readonly Link[]): Promise<void> {
  if (before.length === 0 && after.length === 0) return;
  const nameOf = ({ relation, key, value }: Link): string => JSON.stringify([relation, key, value]);
  const [was, is] = [new Set(before.map(nameOf)), new Set(after.map(nameOf))];
  for (const link of before) if (!is.has(nameOf(link))) await store.removeLink(link);
  for (const link of after) if (!was.has(nameOf(link))) await store.addLink(link);
}

/** The state of an object that is in no unit. */
export async function readState<K extends ObjectKind>(
  store: CaseworkStore,
  object: K,
  id: string,
): Promise<StateOf<K> & Base<string>> {
  return ((await store.readState(object, id))?.state ?? getMachine(object).initial) as never;
}
