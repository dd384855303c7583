import {
  cleanRecord,
  createRedaction,
  evolveAccount,
  getMachine,
  isRedacted,
  type AccountRecord,
  type DecisionEvent,
  type Happening,
  type ObjectKind,
  type Settings,
} from "@breakwater/casework";
import { findDueAt } from "../projection/find-due-at.ts";
import { listLinks } from "../projection/list-links.ts";
import type { ReadModel } from "../projection/read-model.ts";
import { accountOf, evolve } from "../projection/rebuild-projection.ts";
import { forgetBeside, type BesideStores } from "./forget-beside.ts";
import type { CaseworkStore, StoredEvent } from "../store/casework-store.ts";

export type ObjectName = { readonly object: ObjectKind; readonly id: string };

export type DestroyWorld = {
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly readModels: readonly ReadModel[];
  readonly beside: BesideStores;
};

/**
 * Takes accounts and words out of the events of these objects, and out of all that follows from them, inside a unit; the payloads of their
 * entries in the ledger are owed to destruction from then on. False, and nothing changed, where the ledger does not hold all of them yet.
 */
export async function destroyWords(objects: readonly ObjectName[], world: DestroyWorld): Promise<boolean> {
  const { store } = world;
  const histories: (readonly StoredEvent[])[] = [];
  const entries: number[] = [];
  for (const { object, id } of objects) {
    const history = await store.readHistory(object, id);
    for (const { sequence } of history) {
      const entry = await store.findEntry(sequence);
      if (entry === null) return false;
      entries.push(entry);
    }
    histories.push(history);
  }
  const redact = createRedaction();
  const accounts = new Set<string>();
  for (const history of histories) {
    for (const event of history) {
      const account = accountOf(event.object, event.event);
      if (account !== null) accounts.add(account);
      const redacted = redact(event as StoredEvent & Happening);
      await store.rewriteEvent(event.sequence, redacted.event);
    }
  }
  for (const entry of entries) await store.oweErasure(entry);
  for (const name of objects) await settleObject(name, world);
  for (const account of accounts) await settleAccount(account, store);
  return true;
}

/** Its state, its links and its rows in lists follow from the events as they are now. */
async function settleObject({ object, id }: ObjectName, world: DestroyWorld): Promise<void> {
  const { store, settings, readModels, beside } = world;
  const held = await store.readState(object, id);
  if (held === null) return;
  const history = await store.readHistory(object, id);
  const state = history.reduce(
    (before, { event }) => evolve(object, before, event),
    getMachine(object).initial as typeof held.state,
  );
  for (const link of listLinks(object, id, held.state)) await store.removeLink(link);
  for (const link of listLinks(object, id, state)) await store.addLink(link);
  const stored = { ...held, state, dueAt: findDueAt(object, state, settings) };
  await store.writeState(stored);
  for (const model of readModels) await model.take(stored);
  await store.noteDestroyed(object, id);
  await forgetBeside({ object, id }, beside);
}

/** What stands against an account follows from the decisions that still name it. */
async function settleAccount(account: string, store: CaseworkStore): Promise<void> {
  let record: AccountRecord = cleanRecord;
  let isNamed = false;
  for (const { object, id } of await store.findNaming(account)) {
    if (object !== "decision") continue;
    for (const { event } of await store.readHistory(object, id)) {
      if (accountOf(object, event) !== account) continue;
      record = evolveAccount(record, event as DecisionEvent);
      isNamed = true;
    }
  }
  if (isNamed && !isRedacted(account)) await store.writeAccount(account, record);
  else await store.removeAccount(account);
}
