import {
  describeEvent,
  findOrigin,
  knowDecision,
  knowDetermination,
  nothingKnown,
  toFacts,
  type DecisionState,
  type DeterminationState,
  type Known,
} from "@breakwater/casework";
import type { EntryFacts } from "@breakwater/ledger";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkNotary } from "../notary.ts";
import type { CaseworkStore, StoredEvent } from "../store/casework-store.ts";
import { listEffects } from "./effect-notices.ts";

export interface Notarising {
  /** Commits what the ledger does not hold yet, in the order in which it happened; gives how many events. One run at a time. */
  run(): Promise<number>;
  /**
   * To be called once before the first run: what the ledger took and nobody noted, because the process ended in between, is found by
   * its payload and not committed again.
   */
  recover(): Promise<number>;
}

export type NotarisingDeps = {
  readonly transactor: Transactor;
  readonly store: CaseworkStore;
  readonly outbox: Outbox;
  readonly notary: CaseworkNotary;
  readonly now: () => number;
};

/** Events of one run of commits, which share a checkpoint. */
const batch = 200;
const room = "casework";

export function createNotarising(deps: NotarisingDeps): Notarising {
  const { transactor, store, notary } = deps;
  let running: Promise<number> | null = null;
  const runAll = async (): Promise<number> => {
    let done = 0;
    for (;;) {
      const events = await transactor.run(() => listNext(store));
      if (events.length === 0) return done;
      const records = await transactor.run(async () => {
        const made = [];
        for (const event of events) made.push({ facts: await makeFacts(event, store), payload: toPayload(event) });
        return made;
      });
      const entries = await Promise.all(records.map(({ facts, payload }) => notary.commit(facts, payload)));
      const pairs = events.flatMap((event, place) => {
        const entry = entries[place];
        return entry === undefined ? [] : [{ event, entry: entry.sequence }];
      });
      await transactor.run(() => note(pairs, deps));
      done += events.length;
    }
  };
  return {
    run: () => {
      running ??= runAll().finally(() => {
        running = null;
      });
      return running;
    },
    recover: async () => {
      const owed = new Map((await store.listUnnotarised(batch)).map((event) => [event.sequence, event]));
      let found = 0;
      for (let after = await store.latestEntry(); owed.size > 0;) {
        const entries = await notary.readAfter(after, batch);
        const pairs = entries.flatMap(({ sequence, payload }) => {
          const event = payload === null ? undefined : owed.get(readSequence(payload) ?? -1);
          return event === undefined ? [] : [{ event, entry: sequence }];
        });
        await transactor.run(() => note(pairs, deps));
        found += pairs.length;
        const last = entries.at(-1);
        if (last === undefined) break;
        after = last.sequence;
      }
      return found;
    },
  };
}

/**
 * The oldest events that are owed, up to one that hangs on an event before it of this same run, of its own object or of the one that it
 * came from: its fact `about` names an entry that has no number yet.
 */
async function listNext(store: CaseworkStore): Promise<readonly StoredEvent[]> {
  const events = await store.listUnnotarised(batch);
  const opened = new Set<string>();
  const next: StoredEvent[] = [];
  for (const event of events) {
    const hangsOn = event.version > 1 ? event : findOrigin(event.event);
    if (hangsOn !== null && opened.has(`${hangsOn.object}/${hangsOn.id}`)) break;
    if (event.version === 1) opened.add(`${event.object}/${event.id}`);
    next.push(event);
  }
  return next;
}

async function makeFacts({ object, id, version, event }: StoredEvent, store: CaseworkStore): Promise<EntryFacts> {
  const hangsOn = version > 1 ? { object, id } : findOrigin(event);
  const about = hangsOn === null ? null : await store.findFirstEntry(hangsOn.object, hangsOn.id);
  return toFacts(describeEvent(event, await know({ object, id }, store)), about);
}

async function know({ object, id }: Pick<StoredEvent, "object" | "id">, store: CaseworkStore): Promise<Known> {
  if (object !== "decision" && object !== "determination") return nothingKnown;
  const state = (await store.readState(object, id))?.state;
  if (state === undefined) return nothingKnown;
  return object === "decision" ? knowDecision(state as DecisionState) : knowDetermination(state as DeterminationState);
}

async function note(
  pairs: readonly { readonly event: StoredEvent; readonly entry: number }[],
  { store, outbox, now }: NotarisingDeps,
): Promise<void> {
  for (const { event, entry } of pairs) {
    await store.noteNotarised(event.sequence, entry);
    if (event.object !== "decision" && event.object !== "hold") continue;
    const state = (await store.readState(event.object, event.id))?.state;
    for (const { kind, data } of listEffects(event, state)) await outbox.append(kind, data, now());
  }
}

function toPayload({ sequence, object, id, version, event }: StoredEvent): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ room, sequence, object, id, version, event }));
}

/** Which event a payload is; null where it is none of ours. */
function readSequence(payload: Uint8Array): number | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (typeof read !== "object" || read === null || !("room" in read) || !("sequence" in read)) return null;
    return read.room === room && typeof read.sequence === "number" ? read.sequence : null;
  } catch {
    return null;
  }
}
