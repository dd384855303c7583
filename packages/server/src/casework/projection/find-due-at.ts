import {
  getAppealWindowEnd,
  getMachine,
  type Base,
  type DecisionState,
  type Instant,
  type ObjectKind,
  type Settings,
} from "@breakwater/casework";

/**
 * When the clock will have something to command, or null while it has not. A machine says what is due at a time; the times at which
 * that changes are its last change and its deadlines. The closing of a decision is due from the first day on and refused until the
 * time to appeal is over: that day stands here instead, so that nobody looks at it every second for half a year.
 */
export function findDueAt(object: ObjectKind, state: Base<string>, settings: Settings): Instant | null {
  const machine = getMachine(object);
  const times = [state.updatedAt, ...machine.deadlines(state).map(({ dueAt }) => dueAt)];
  const closable = object === "decision" ? getAppealWindowEnd(state as DecisionState, settings) + 1 : 0;
  const moments = times.flatMap((time) => {
    const at = Math.max(time, state.updatedAt);
    const commands = machine.due(state, at);
    if (commands.length === 0) return [];
    return [commands.every(({ kind }) => kind === "close") ? Math.max(at, closable) : at];
  });
  const first = Math.min(...moments, Infinity);
  return first === Infinity ? null : first;
}
