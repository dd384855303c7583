import { renderPublicStatement, type DecisionEvent, type HoldEvent, type StatementFields } from "@breakwater/casework";
import type { CaseworkStore, StoredEvent } from "../casework/store/casework-store.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { waitAfter } from "../webhooks/backoff.ts";
import { batchMax, type SendAnswer } from "./send-statements.ts";
import type { KeptStatement, Reconciliation, StatementStatus, StatementStore } from "./statement-store.ts";

export type StatementDeskDeps = {
  readonly transactor: Transactor;
  readonly store: StatementStore;
  readonly casework: Pick<CaseworkStore, "readKinds">;
  readonly outbox: Outbox;
  readonly servesEuropeanUnion: boolean;
  /** Where statements go; null: nowhere, they are kept for whoever exports them otherwise. */
  readonly send: ((statements: readonly StatementFields[]) => Promise<SendAnswer>) | null;
  /** So many were not taken, are kept, and are sent again; why, in a code word. */
  readonly onLater: (why: string, count: number) => void;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

/** What restricts has a statement, which goes out once, or is known not to have. Plain data. */
export interface StatementDesk {
  /** Takes in what restricted since, and sends what is due; to be called every few seconds. Gives how many were accepted. */
  tick(): Promise<number>;
  /** Compares what restricted with what went out, and tells where it does not add up. */
  reconcile(): Promise<Reconciliation>;
  list(after: number, limit: number, status?: StatementStatus): Promise<readonly KeptStatement[]>;
  newest(): Promise<Reconciliation | null>;
}

const kinds = ["decision_opened", "hold_placed"] as const;
const read = 500;
const dayMs = 86_400_000;

export function createStatementDesk(deps: StatementDeskDeps): StatementDesk {
  const { transactor, store, casework, outbox, now } = deps;
  const run = transactor.run.bind(transactor);

  const follow = async (): Promise<void> => {
    for (;;) {
      const events = await run(async () => {
        const found = await casework.readKinds(kinds, await store.cursor(), read);
        for (const event of found) {
          const statement = toStatement(event, deps);
          if (statement !== null) await store.add(statement);
        }
        const last = found.at(-1);
        if (last !== undefined) await store.moveCursor(last.sequence);
        return found.length;
      });
      if (events < read) return;
    }
  };

  const countRestrictions = async (): Promise<number> => {
    let [after, restrictions] = [0, 0];
    for (;;) {
      const found = await run(() => casework.readKinds(kinds, after, read));
      restrictions += found.filter((event) => findFields(event) !== null).length;
      const last = found.at(-1);
      if (last === undefined) return restrictions;
      after = last.sequence;
    }
  };

  const reconcile = async (): Promise<Reconciliation> => {
    await follow();
    const restrictions = await countRestrictions();
    return run(async () => {
      const counts = await store.count();
      const statements = counts.queued + counts.accepted + counts.refused + counts.withheld;
      const told: Reconciliation = { at: now(), restrictions, statements, ...counts };
      await store.keepReconciliation(told);
      if (!addsUp(told)) {
        const { at: _at, ...numbers } = told;
        await outbox.append("statements.unreconciled", numbers, now());
      }
      return told;
    });
  };

  let sending: Promise<number> | null = null;
  return {
    tick: async () => {
      await follow();
      const latest = await run(() => store.reconciliation());
      if (latest === null || Math.floor(latest.at / dayMs) !== Math.floor(now() / dayMs)) await reconcile();
      const { send } = deps;
      if (send === null) return 0;
      // One at a time, and nobody waits for it: the database may take a minute to answer.
      sending ??= sendDue(deps, send).finally(() => {
        sending = null;
      });
      return sending;
    },
    reconcile,
    list: (after, limit, status) => run(() => store.list(after, limit, status)),
    newest: () => run(() => store.reconciliation()),
  };
}

/** Restrictions = statements = accepted + queued. */
export function addsUp({ restrictions, statements, accepted, queued }: Reconciliation): boolean {
  return restrictions === statements && statements === accepted + queued;
}

/** The statement of what restricts; null where nothing is restricted. */
function findFields({ object, event }: StoredEvent): StatementFields | null {
  if (object === "decision") {
    const opened = event as DecisionEvent;
    return opened.kind === "decision_opened" ? opened.opening.statement : null;
  }
  const placed = event as HoldEvent;
  return object === "hold" && placed.kind === "hold_placed" ? placed.content.statement : null;
}

function toStatement(stored: StoredEvent, options: { readonly servesEuropeanUnion: boolean }): KeptStatement | null {
  const fields = findFields(stored);
  if (fields === null) return null;
  const shown = renderPublicStatement(fields, options);
  return {
    sequence: stored.sequence,
    puid: fields.puid,
    source: stored.object === "hold" ? "hold" : "decision",
    at: stored.event.at,
    fields: shown.ok ? shown.value : null,
    status: shown.ok ? "queued" : "withheld",
    faults: shown.ok ? [] : (shown.refusal.about ?? []),
    attempts: 0,
    nextAt: stored.event.at,
    uuid: null,
  };
}

type Send = NonNullable<StatementDeskDeps["send"]>;

async function sendDue(deps: StatementDeskDeps, send: Send): Promise<number> {
  const { transactor, store, now } = deps;
  let accepted = 0;
  for (;;) {
    // Counted before it is sent: whoever finds it there later knows that it may have been us.
    const batch = await transactor.run(async () => {
      const due = await store.listDue(now(), batchMax);
      const tried = due.map((one) => ({ ...one, attempts: one.attempts + 1 }));
      for (const one of tried) await store.update(one);
      return tried;
    });
    if (batch.length === 0) return accepted;
    const said = await send(batch.flatMap(({ fields }) => (fields === null ? [] : [fields])));
    const answer = blamesSome(said, batch)
      ? said
      : ({ kind: "later", why: "answered_422_unread", retryAfter: null } as const);
    const settled = batch.map((one, place) => settle(one, place, { answer, now: now(), random: deps.random() }));
    await transactor.run(async () => {
      for (const one of settled) await store.update(one);
    });
    accepted += settled.filter(({ status }) => status === "accepted").length;
    if (answer.kind === "later") {
      deps.onLater(answer.why, batch.length);
      return accepted;
    }
  }
}

/** A refusal that means none of what was sent would be met again at once, for ever. */
function blamesSome(answer: SendAnswer, batch: readonly KeptStatement[]): boolean {
  if (answer.kind === "faulty") return batch.some((_, place) => answer.faults.has(place));
  return answer.kind !== "existing" || batch.some(({ puid }) => answer.puids.has(puid));
}

type Answered = { readonly answer: SendAnswer; readonly now: number; readonly random: number };

function settle(statement: KeptStatement, place: number, { answer, now, random }: Answered): KeptStatement {
  const { puid, attempts } = statement;
  switch (answer.kind) {
    case "stored":
      return { ...statement, status: "accepted", uuid: answer.uuids.get(puid) ?? null, faults: [] };
    case "faulty": {
      const faults = answer.faults.get(place);
      // What is right goes again at once, without what was wrong; the attempt was not its own.
      return faults === undefined
        ? { ...statement, attempts: attempts - 1 }
        : { ...statement, status: "refused", faults };
    }
    case "existing":
      if (!answer.puids.has(puid)) return { ...statement, attempts: attempts - 1 };
      // It is there because an answer of ours was lost; what we never sent is somebody else's.
      return attempts > 1
        ? { ...statement, status: "accepted", faults: [] }
        : { ...statement, status: "refused", faults: ["puid"] };
    case "later":
      return { ...statement, nextAt: now + waitAfter(attempts, { random, retryAfter: answer.retryAfter }) };
  }
}
