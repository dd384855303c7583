import type { Action } from "@breakwater/records";
import { createObservation, observe, type Observation } from "../observation.ts";

export function observeAll(actions: readonly Action[]): Observation {
  const observation = createObservation();
  for (const action of actions) observe(observation, action);
  return observation;
}
