import { parseCheckpoint } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import type { LogStore } from "../ports/log-store.ts";
import { keepTimestamp } from "./kept-timestamps.ts";
import { requestTimestamp, type TimestampAuthority } from "./request-timestamp.ts";

export type Stamped = { readonly authority: number; readonly failure: LedgerFailure | null };

/** Has the newest checkpoint stamped by every authority, and keeps what they answer. One that fails does not hinder another. */
export async function stampCheckpoint(
  store: LogStore,
  authorities: readonly TimestampAuthority[],
): Promise<readonly Stamped[]> {
  const checkpoint = await store.checkpoints.read();
  const size = checkpoint === null ? undefined : parseCheckpoint(checkpoint)?.size;
  if (checkpoint === null || size === undefined || size === 0) return [];
  return Promise.all(
    authorities.map(async (settings, authority): Promise<Stamped> => {
      try {
        const answer = await requestTimestamp(checkpoint, settings);
        await keepTimestamp(store.objects, { size, authority, checkpoint, ...answer });
        return { authority, failure: null };
      } catch (error) {
        if (error instanceof LedgerFailure) return { authority, failure: error };
        throw error;
      }
    }),
  );
}
