import type { Action } from "@breakwater/records";
import { keepRows } from "./copy-rows.ts";
import { observe, type Observation } from "./observation.ts";

/**
 * The observation as if each action named had never come (`null`), or had come as given, in its own place. Ids that are not held
 * change nothing. No string of what went stays. Cost: linear in the observation, whatever the number of changes; `source` is used up.
 */
export function changeRows(source: Observation, changes: ReadonlyMap<string, Action | null>): Observation {
  const { count } = source;
  const rows = new Int32Array(count);
  let kept = 0;
  let isChanged = false;
  for (let row = 0; row < count; row++) {
    const change = changes.get(source.ids[row]);
    isChanged ||= change !== undefined;
    if (change === null) continue;
    rows[kept++] = change === undefined ? row : addBehind(source, change);
  }
  return isChanged ? keepRows(source, rows.subarray(0, kept)) : source;
}

/** Behind all others for as long as the copy takes. */
function addBehind(source: Observation, action: Action): number {
  observe(source, action);
  return source.count - 1;
}
