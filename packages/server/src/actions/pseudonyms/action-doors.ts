import { createActionDoor, type ActionDoor } from "@breakwater/intake";
import { toEpoch, type PseudonymKeys } from "./pseudonym-keys.ts";

/** The door for each moment: another one with each pseudonym key. */
export interface ActionDoors {
  doorAt(at: number): Promise<ActionDoor>;
}

/** Asks for a key where the epoch changes, and holds the newest alone. */
export function openActionDoors(keys: PseudonymKeys): ActionDoors {
  let current: { readonly epoch: number; readonly door: ActionDoor } | null = null;
  return {
    async doorAt(at) {
      if (current !== null && toEpoch(at) <= current.epoch) return current.door;
      const { epoch, key } = await keys.keyAt(at);
      if (current === null || epoch > current.epoch) current = { epoch, door: createActionDoor({ pseudonymKey: key }) };
      return current.door;
    },
  };
}
