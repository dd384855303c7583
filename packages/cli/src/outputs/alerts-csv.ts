import type { Burst } from "@breakwater/engine";
import { toIso } from "../words/values.ts";
import { toCsv, type Cell } from "./csv.ts";

/** One row for each action of each lockstep burst, at the time when the burst would have been raised live. */
export function toAlertsCsv(bursts: readonly Burst[]): string {
  return toCsv(["time", "object", "action", "signal"], listRows(bursts));
}

function* listRows(bursts: readonly Burst[]): Generator<readonly Cell[]> {
  for (const burst of bursts) {
    for (const action of burst.actions) yield [toIso(burst.at), burst.object, action, `burst:${burst.layer}`];
  }
}
