import type { StoredState } from "../store/casework-store.ts";

/**
 * A table for reading that follows from the states of objects and nothing else: what lists and queues are made of. Told of each object
 * that a unit changed, inside of that unit, and of all of them when everything is made again.
 */
export interface ReadModel {
  clear(): Promise<void>;
  take(state: StoredState): Promise<void>;
}
