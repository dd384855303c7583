import {
  getMachine,
  type Actor,
  type Availability,
  type CommandOf,
  type Instant,
  type ObjectKind,
  type Order,
  type StateOf,
} from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import { rebuildProjection, type Rebuilt } from "../projection/rebuild-projection.ts";
import { VersionTaken } from "../store/casework-store.ts";
import type { By, Execute } from "./desk-answer.ts";
import { executeOrder, executeOrders, loadContext, type ExecuteWorld } from "./execute.ts";
import { runTick, type Ticked } from "./run-tick.ts";
import { openUnit, readState } from "./unit.ts";

export type CaseworkDesk = {
  readonly execute: Execute;
  /** The same inside a unit of work that is open already: for use cases that write more beside. */
  readonly executeWithin: Execute;
  /** Several in that unit at once; those that are refused are left out. Gives how many were carried out. */
  readonly executeAllWithin: (orders: readonly Order[], by: By) => Promise<number>;
  /** What a console shows beside a button. */
  readonly findAvailability: <K extends ObjectKind>(
    object: K,
    id: string,
    ask: { readonly kind: CommandOf<K>["kind"]; readonly actor: Actor; readonly at: Instant },
  ) => Promise<Availability>;
  readonly getState: <K extends ObjectKind>(object: K, id: string) => Promise<StateOf<K>>;
  /** Does what time asks for. Cost: of what is due, not of what there is. */
  readonly tick: (at: Instant) => Promise<Ticked>;
  /** Makes all states again from the events. */
  readonly rebuild: () => Promise<Rebuilt>;
};

export type DeskDeps = ExecuteWorld & { readonly transactor: Transactor };

/**
 * Casework over a store: the machines of `@breakwater/casework`, with each command, its follow-ups, the notices and the duty to
 * notarise in one transaction. Cost of a command: that of its machine and of its follow-ups, independent of how many objects there are.
 */
export function createCaseworkDesk(deps: DeskDeps): CaseworkDesk {
  const { transactor, store } = deps;
  const executeWithin: Execute = (order, by) => executeOrder(order, by, deps);
  return {
    executeWithin,
    executeAllWithin: (orders, by) => executeOrders(orders, by, deps),
    execute: async (order, by) => {
      try {
        return await transactor.run(() => executeWithin(order, by));
      } catch (error) {
        // Another process wrote first; whoever asked looks again.
        if (!(error instanceof VersionTaken)) throw error;
        return { kind: "stale", version: (await readState(store, order.object, order.id)).version };
      }
    },
    findAvailability: async (object, id, { kind, actor, at }) => {
      const unit = openUnit(deps);
      const state = await unit.load(object, id);
      const context = await loadContext({ object, id, command: { kind } }, { actor, at }, { ...deps, unit });
      return getMachine(object).findAvailability(state, kind, context);
    },
    getState: (object, id) => readState(store, object, id),
    tick: (at) => runTick(at, { transactor, store, execute: executeWithin }),
    rebuild: () => transactor.run(() => rebuildProjection(deps)),
  };
}
