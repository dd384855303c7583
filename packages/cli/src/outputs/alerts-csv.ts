import type { Burst } from "@breakwater/engine";
import { toIso } from "../words/values.ts";
import { toCsvLine } from "./csv.ts";

/**
 * One row for each action of each lockstep burst, at the time when the burst would have been raised live; one piece of
 * text for each burst, since there may be millions of rows.
 */
export function* toAlertsCsv(bursts: readonly Burst[]): Generator<string> {
  yield toCsvLine(["time", "object", "action", "signal"]);
  for (const burst of bursts) {
    const time = toIso(burst.at);
    const signal = `burst:${burst.layer}`;
    yield burst.actions.map((action) => toCsvLine([time, burst.object, action, signal])).join("");
  }
}
