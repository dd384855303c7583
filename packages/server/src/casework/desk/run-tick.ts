import { getMachine, objectKinds, systemActor, type Instant, type ObjectKind, type Order } from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { Execute } from "./desk-answer.ts";
import { readState } from "./unit.ts";

export type Ticked = {
  /** Commands that were carried out. */
  readonly done: number;
  /** Objects whose due command threw, and why: a fault of ours. The others went on. */
  readonly failed: readonly { readonly object: ObjectKind; readonly id: string; readonly message: string }[];
};

/** Objects that are listed at once, and those of one transaction. */
const listed = 1_000;
const batch = 100;

/** Gives every command that time asks for at `at`, kind by kind in the order of creation, as a desk in memory does. */
export async function runTick(
  at: Instant,
  {
    transactor,
    store,
    execute,
  }: { readonly transactor: Transactor; readonly store: CaseworkStore; readonly execute: Execute },
): Promise<Ticked> {
  let done = 0;
  const failed: { object: ObjectKind; id: string; message: string }[] = [];
  const runAll = (object: ObjectKind, ids: readonly string[]): Promise<number> =>
    transactor.run(async () => {
      let carriedOut = 0;
      for (const id of ids) carriedOut += await runDue(object, id, { at, store, execute });
      return carriedOut;
    });
  const runBatch = async (object: ObjectKind, ids: readonly string[]): Promise<void> => {
    try {
      done += await runAll(object, ids);
    } catch (error) {
      // The whole batch was undone; one by one, what is sound goes through.
      const [id = ""] = ids;
      if (ids.length > 1) for (const one of ids) await runBatch(object, [one]);
      else failed.push({ object, id, message: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const object of objectKinds) {
    for (let after = 0; ;) {
      const due = await store.listDue(object, { at, after, limit: listed });
      const last = due.at(-1);
      if (last === undefined) break;
      after = last.created;
      for (let from = 0; from < due.length; from += batch) {
        await runBatch(
          object,
          due.slice(from, from + batch).map(({ id }) => id),
        );
      }
    }
  }
  return { done, failed };
}

async function runDue(
  object: ObjectKind,
  id: string,
  { at, store, execute }: { readonly at: Instant; readonly store: CaseworkStore; readonly execute: Execute },
): Promise<number> {
  let done = 0;
  for (const command of getMachine(object).due(await readState(store, object, id), at)) {
    const answer = await execute({ object, id, command } as unknown as Order, { actor: systemActor, at });
    if (answer.kind === "done") done += 1;
  }
  return done;
}
