import type { DecisionState } from "@breakwater/casework";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkNotary } from "../notary.ts";
import type { CaseworkStore, StoredEvent } from "../store/casework-store.ts";
import { listEffects } from "./effect-notices.ts";
import { toFacts } from "./to-facts.ts";

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
 * The oldest events that are owed, up to one that hangs on an event before it of this same run: its fact `about` names an entry that
 * has no number yet.
 */
async function listNext(store: CaseworkStore): Promise<readonly StoredEvent[]> {
  const events = await store.listUnnotarised(batch);
  const opened = new Set<string>();
  const next: StoredEvent[] = [];
  for (const event of events) {
    const name = `${event.object}/${event.id}`;
    if (event.version > 1 && opened.has(name)) break;
    if (event.version === 1) opened.add(name);
    next.push(event);
  }
  return next;
}

async function makeFacts(event: StoredEvent, store: CaseworkStore): Promise<ReturnType<typeof toFacts>> {
  const about = event.version === 1 ? null : await store.findFirstEntry(event.object, event.id);
  const state = event.object === "decision" ? (await store.readState("decision", event.id))?.state : undefined;
  return toFacts(event, { about, decision: (state as DecisionState | undefined) ?? null });
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
