import {
  cleanRecord,
  evolveAccount,
  getMachine,
  isRedacted,
  type AccountRecord,
  type Base,
  type DecisionEvent,
  type ObjectKind,
  type Settings,
  type Stamp,
} from "@breakwater/casework";
import type { CaseworkStore, StoredEvent, StoredState } from "../store/casework-store.ts";
import { findDueAt } from "./find-due-at.ts";
import { listLinks } from "./list-links.ts";
import type { ReadModel } from "./read-model.ts";

/** Events read at once. */
const batch = 5_000;

export type Rebuilt = { readonly events: number; readonly objects: number };

/**
 * Makes states, links, accounts and read models again from the events, as if nothing had been there. Inside one unit, so that nobody sees
 * half of it. Cost: every event is read and evolved once; all states are held in memory meanwhile.
 */
export async function rebuildProjection({
  store,
  settings,
  readModels,
}: {
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly readModels: readonly ReadModel[];
}): Promise<Rebuilt> {
  const held = new Map<string, Omit<StoredState, "dueAt">>();
  const accounts = new Map<string, AccountRecord>();
  let events = 0;
  for (let after = 0; ;) {
    const read = await store.readEvents(after, batch);
    for (const event of read) take(event, held, accounts);
    events += read.length;
    const last = read.at(-1);
    if (last === undefined) break;
    after = last.sequence;
  }
  await store.clearProjection();
  for (const model of readModels) await model.clear();
  for (const one of held.values()) {
    const stored = { ...one, dueAt: findDueAt(one.object, one.state, settings) };
    await store.writeState(stored);
    for (const link of listLinks(one.object, one.id, one.state)) await store.addLink(link);
    for (const model of readModels) await model.take(stored);
  }
  for (const [account, record] of accounts) await store.writeAccount(account, record);
  return { events, objects: held.size };
}

function take(
  { object, id, sequence, event }: StoredEvent,
  held: Map<string, Omit<StoredState, "dueAt">>,
  accounts: Map<string, AccountRecord>,
): void {
  const name = `${object}/${id}`;
  const before = held.get(name);
  const state = evolve(object, before?.state ?? getMachine(object).initial, event);
  held.set(name, { object, id, state, created: before?.created ?? sequence, createdAt: before?.createdAt ?? event.at });
  const account = accountOf(object, event);
  if (account !== null) {
    accounts.set(account, evolveAccount(accounts.get(account) ?? cleanRecord, event as DecisionEvent));
  }
}

export function evolve(object: ObjectKind, state: Base<string>, event: StoredEvent["event"]): Base<string> {
  return getMachine(object).evolve(state, event as Stamp & { kind: string });
}

/** The account whose record an event touches. */
export function accountOf(object: ObjectKind, event: StoredEvent["event"]): string | null {
  if (object !== "decision" || !("account" in event)) return null;
  return typeof event.account === "string" && event.account !== "" && !isRedacted(event.account) ? event.account : null;
}
