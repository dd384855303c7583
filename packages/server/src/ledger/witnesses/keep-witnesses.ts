import { parseCheckpoint } from "@breakwater/ledger";
import type { Transactor } from "../../state/transactor.ts";
import { backoff, waitAfter } from "../../webhooks/backoff.ts";
import type { WitnessPlace } from "./witness-place.ts";
import type { WitnessState, WitnessStore } from "./witness-store.ts";

export type WitnessKeeperDeps = {
  readonly transactor: Transactor;
  readonly store: WitnessStore;
  readonly places: readonly WitnessPlace[];
  /** The newest. */
  readonly checkpoint: () => Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

/** Keeps the places outside up to date with the log. Takes and gives plain data. */
export interface WitnessKeeper {
  /**
   * Gives the newest checkpoint to each place that has an older one and is due; a place that is still being asked is passed over. Resolves once
   * those asked have answered, which may take a minute: nobody needs to wait for it. What a place missed, the next checkpoint makes up for.
   */
  tick(): Promise<void>;
  /** Every place of the configuration, in its order. */
  list(): Promise<readonly WitnessState[]>;
  /** Stops what is being asked, and waits for it. */
  close(): Promise<void>;
}

/** Tried again after half a minute, and each time three times as long, at most six hours; for as long as it takes. */
const times = { ...backoff, firstMs: 30_000, maxMs: 21_600_000 };

export function createWitnessKeeper(deps: WitnessKeeperDeps): WitnessKeeper {
  const { transactor, store, places, checkpoint } = deps;
  const stopping = new AbortController();
  const asked = new Map<WitnessPlace, Promise<void>>();
  const settle = async (): Promise<void> => {
    const ended = await Promise.allSettled(asked.values());
    for (const one of ended) if (one.status === "rejected") throw one.reason;
  };
  return {
    tick: async () => {
      const note = checkpoint();
      const size = parseCheckpoint(note)?.size ?? 0;
      if (size === 0) return;
      for (const place of places) {
        if (asked.has(place) || stopping.signal.aborted) continue;
        const giving = give(place, { note, size, signal: stopping.signal }, deps).finally(() => asked.delete(place));
        asked.set(place, giving);
      }
      await settle();
    },
    list: () =>
      transactor.run(async () => {
        const states: WitnessState[] = [];
        for (const place of places) states.push(await store.read(place));
        return states;
      }),
    close: async () => {
      stopping.abort();
      await settle();
    },
  };
}

type Given = { readonly note: Uint8Array; readonly size: number; readonly signal: AbortSignal };

async function give(place: WitnessPlace, { note, size, signal }: Given, deps: WitnessKeeperDeps): Promise<void> {
  const { transactor, store, now, random } = deps;
  const state = await transactor.run(() => store.read(place));
  const hasIt = state.size !== null && state.size >= size;
  if (hasIt || !isDue(state.nextAt, { at: now(), everyMs: place.everyMs })) return;
  const fault = await place.give(note, signal);
  if (signal.aborted) return;
  const at = now();
  const failures = state.failures + 1;
  const next: WitnessState =
    fault === null
      ? { ...state, size, takenAt: at, failures: 0, fault, nextAt: at + place.everyMs }
      : {
          ...state,
          failures,
          failed: state.failed + 1,
          fault,
          nextAt: at + waitAfter(failures, { random: random(), retryAfter: null, times }),
        };
  await transactor.run(() => store.write(next));
}

/** What is further off than any wait was written by a clock that ran ahead. */
function isDue(nextAt: number, { at, everyMs }: { readonly at: number; readonly everyMs: number }): boolean {
  const longest = Math.max(everyMs, times.maxMs * (1 + times.jitter));
  return at >= nextAt || nextAt - at > longest;
}
