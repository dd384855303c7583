import type { Clock, Insufficiency } from "../contract/findings.ts";
import type { ActionTable, Layer } from "../contract/table.ts";

/** Below these, co-action cannot be told from chance whatever happened. */
const accountsMin = 10;
const sharedObjectsMin = 5;
const dayMs = 86_400_000;

/** What this input could not be judged on, how much there is of it, and how much it would have taken. */
export function listInsufficiencies(
  table: ActionTable,
  layers: readonly Layer[],
  clock: Clock,
): readonly Insufficiency[] {
  const found: Insufficiency[] = [];
  const accounts = table.accounts.count;
  if (accounts < accountsMin) {
    found.push({ what: "input", reason: "too_few_accounts", have: accounts, need: accountsMin });
  }
  if (clock.tickMs >= dayMs)
    found.push({ what: "co_timing", reason: "clock_too_coarse", have: clock.tickMs, need: dayMs / 24 });
  for (const layer of layers) {
    if (layer.objectCount > 0 && layer.objectCount < sharedObjectsMin) {
      found.push({
        what: layer.name,
        reason: "too_few_shared_objects",
        have: layer.objectCount,
        need: sharedObjectsMin,
      });
    }
  }
  if (layers.every((layer) => layer.objectCount === 0)) {
    found.push({ what: "input", reason: "no_shared_objects", have: 0, need: sharedObjectsMin });
  }
  return found;
}
