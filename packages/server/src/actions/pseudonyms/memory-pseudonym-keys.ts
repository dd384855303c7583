import { toEpoch, type PseudonymKeys } from "./pseudonym-keys.ts";

export function createMemoryPseudonymKeys({
  randomBytes,
}: {
  readonly randomBytes: (count: number) => Uint8Array;
}): PseudonymKeys {
  const keys = new Map<number, Uint8Array>();
  const newest = (): number => Math.max(-1, ...keys.keys());
  return {
    keyAt: async (at) => {
      const epoch = Math.max(toEpoch(at), newest());
      const key = keys.get(epoch) ?? new Uint8Array(randomBytes(32));
      keys.set(epoch, key);
      return { epoch, key };
    },
    listEpochs: async () => [...keys.keys()].sort((a, b) => a - b),
    destroyBefore: async (at) => {
      const over = [...keys.keys()].filter((epoch) => epoch < toEpoch(at));
      for (const epoch of over) keys.delete(epoch);
      return over.length;
    },
  };
}
