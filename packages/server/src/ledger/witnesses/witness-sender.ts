import { parseCheckpoint } from "@breakwater/ledger";
import { sendCheckpoint, type Sent } from "./send-checkpoint.ts";

/** An address outside, and what it has. */
export type WitnessState = {
  readonly url: string;
  /** Size of the newest checkpoint that it took; null where it never took one. */
  readonly takenSize: number | null;
  /** How often in a row it took none: for the operator to see. */
  readonly failures: number;
};

export interface WitnessSender {
  /** Sends the checkpoint to the addresses that have not taken one of its size. Calls may overlap. */
  send(checkpoint: Uint8Array): Promise<readonly WitnessState[]>;
  states(): readonly WitnessState[];
}

/**
 * Keeps the addresses outside up to date. Whoever calls decides when: an address that failed is tried again with the next
 * checkpoint, which binds all that the missed ones did.
 */
export function createWitnessSender(
  urls: readonly string[],
  send: (checkpoint: Uint8Array, urls: readonly string[]) => Promise<readonly Sent[]> = sendCheckpoint,
): WitnessSender {
  const held = new Map<string, WitnessState>(urls.map((url) => [url, { url, takenSize: null, failures: 0 }]));
  const states = (): readonly WitnessState[] => [...held.values()];
  return {
    states,
    async send(checkpoint) {
      const size = parseCheckpoint(checkpoint)?.size;
      if (size === undefined) throw new RangeError("What is to be sent is no checkpoint.");
      const behind = states().filter(({ takenSize }) => takenSize === null || takenSize < size);
      const sent = await send(
        checkpoint,
        behind.map(({ url }) => url),
      );
      for (const { url, isTaken } of sent) {
        const { takenSize, failures } = held.get(url) ?? { takenSize: null, failures: 0 };
        const newest = isTaken ? Math.max(size, takenSize ?? 0) : takenSize;
        held.set(url, { url, takenSize: newest, failures: isTaken ? 0 : failures + 1 });
      }
      return states();
    },
  };
}
