import { systemActor, type DecisionState, type HoldState, type Instant, type Order } from "@breakwater/casework";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { DeskAnswer } from "../desk/desk-answer.ts";
import { toHoldNotice, toMeasureNotice } from "../notary/effect-notices.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { Effect, EffectQuery, EffectStore } from "./effect-store.ts";
import { findRetryAt } from "./take-effects.ts";

export type EffectAnswer =
  | { readonly kind: "effect"; readonly effect: Effect }
  | { readonly kind: "not_found" }
  | { readonly kind: "not_done"; readonly answer: DeskAnswer };

/** What the platform was asked to do, and what it says came of it. Takes and gives plain data. */
export interface EffectBook {
  list(
    query: EffectQuery,
  ): Promise<{ readonly items: readonly Effect[]; readonly next: readonly [number, string] | null }>;
  read(id: string): Promise<Effect | null>;
  /** Said twice, it is done once. */
  confirm(id: string, registerKey: string | null, at: Instant): Promise<EffectAnswer>;
  fail(id: string, reason: string, at: Instant): Promise<EffectAnswer>;
  /** Asks again for what failed and whose time has come; gives how much. */
  retry(at: Instant): Promise<number>;
  /** Effects that no decision and no hold ordered. Anything but 0 is a fault, of ours or of the platform's. */
  countWithoutDecision(): Promise<number>;
}

export type EffectDeps = {
  readonly transactor: Transactor;
  readonly store: CaseworkStore;
  readonly desk: CaseworkDesk;
  readonly effects: EffectStore;
  readonly outbox: Outbox;
};

const batch = 100;

export function createEffectBook(deps: EffectDeps): EffectBook {
  const { transactor, desk, effects, store } = deps;
  const settle = (
    id: string,
    at: Instant,
    work: (effect: Effect) => Promise<DeskAnswer | null>,
  ): Promise<EffectAnswer> =>
    transactor.run(async () => {
      const effect = await effects.find(id);
      if (effect === null) {
        await effects.noteUnordered(id, at);
        return { kind: "not_found" };
      }
      const answer = await work(effect);
      if (answer !== null && answer.kind !== "done") return { kind: "not_done", answer };
      return { kind: "effect", effect: (await effects.find(id)) ?? effect };
    });
  const give = (effect: Effect, order: Order, at: Instant): Promise<DeskAnswer | null> =>
    desk.executeWithin(order, { actor: systemActor, at });
  return {
    list: async (query) => {
      const found = await effects.list({ ...query, limit: query.limit + 1 });
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const isMore = found.length > items.length && last !== undefined;
      return { items, next: isMore ? [last.askedAt, last.id] : null };
    },
    read: (id) => effects.find(id),
    confirm: (id, registerKey, at) =>
      settle(id, at, async (effect) => {
        if (effect.state === "confirmed") return null;
        const { decision, measure } = effect;
        const status = await readMeasureStatus(effect, store);
        const isReversal = effect.kind === "measure.reverse";
        if (decision === null || measure === null || (!isReversal && status === "reversing")) {
          // A hold, or a measure that was taken back before the platform had said that it was there.
          await effects.put({ ...effect, state: "confirmed", answeredAt: at, retryAt: null });
          return null;
        }
        const command = isReversal
          ? ({ kind: "confirm_reversed", measure } as const)
          : ({ kind: "confirm_applied", measure, registerKey } as const);
        // What was said to have failed may have gone through after all: it is asked again first.
        const again = { object: "decision", id: decision, command: { kind: "apply", measure } } as const;
        if (status === "failed") await give(effect, again, at);
        return give(effect, { object: "decision", id: decision, command }, at);
      }),
    fail: (id, reason, at) =>
      settle(id, at, async (effect) => {
        if (effect.state === "confirmed") return null;
        const { decision, measure } = effect;
        if (decision !== null && measure !== null) {
          const command = { kind: "note_failure", measure, reason } as const;
          return give(effect, { object: "decision", id: decision, command }, at);
        }
        const failures = effect.failures + 1;
        const retryAt = findRetryAt(at, failures);
        await effects.put({ ...effect, state: "failed", answeredAt: at, failures, reason, retryAt });
        return null;
      }),
    retry: async (at) => {
      const due = await effects.listRetries(at, batch);
      for (const { id } of due) await transactor.run(() => retryOne(id, at, deps));
      return due.length;
    },
    countWithoutDecision: () => effects.countUnordered(),
  };
}

async function readMeasureStatus({ decision, measure }: Effect, store: CaseworkStore) {
  if (decision === null || measure === null) return null;
  const state = (await store.readState("decision", decision))?.state as DecisionState | undefined;
  return state?.measures[measure]?.status ?? null;
}

/** A measure that failed is ordered again, which the ledger holds like the first time; what else failed is only said again. */
async function retryOne(id: string, at: Instant, { effects, desk, store, outbox }: EffectDeps): Promise<void> {
  const effect = await effects.find(id);
  if (effect === null || effect.retryAt === null || effect.retryAt > at) return;
  const { decision, measure, hold } = effect;
  const status = await readMeasureStatus(effect, store);
  if (decision !== null && measure !== null && status === "failed") {
    const order = { object: "decision", id: decision, command: { kind: "apply", measure } } as const;
    const answer = await desk.executeWithin(order, { actor: systemActor, at });
    // Its time may be over: the clock ends it.
    if (answer.kind !== "done") await effects.put({ ...effect, retryAt: null });
    return;
  }
  await effects.put({ ...effect, state: "asked", askedAt: at, retryAt: null });
  const kind = effect.kind;
  if (decision !== null && measure !== null && status === "reversing") {
    const state = (await store.readState("decision", decision))?.state as DecisionState;
    const notice = toMeasureNotice(kind === "measure.apply" ? kind : "measure.reverse", { decision, measure }, state);
    if (notice !== null) await outbox.append(notice.kind, notice.data, at);
  }
  if (hold !== null) {
    const state = (await store.readState("hold", hold))?.state as HoldState;
    const notice = toHoldNotice(kind === "hold.place" ? kind : "hold.release", hold, state);
    if (notice !== null) await outbox.append(notice.kind, notice.data, at);
  }
}
