import { isEqualBytes } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import type { LogStore } from "../ports/log-store.ts";

/** Both ports in memory: for tests and for trying things. What others open on it is the same store. */
export function openMemoryLogStore(): LogStore {
  const held = new Map<string, Uint8Array>();
  let checkpoint: Uint8Array | null = null;
  return {
    objects: {
      async put(objects) {
        for (const { path, bytes } of objects) {
          const there = held.get(path);
          if (there !== undefined && !isEqualBytes(there, bytes)) {
            throw new LedgerFailure("object_differs", `Other bytes stand at ${path} already.`);
          }
          held.set(path, bytes.slice());
        }
      },
      get: async (path) => held.get(path)?.slice() ?? null,
      list: async (prefix) => [...held.keys()].filter((path) => path.startsWith(prefix)).sort(),
      async forget(paths) {
        for (const path of paths) held.delete(path);
      },
    },
    checkpoints: {
      read: async () => checkpoint?.slice() ?? null,
      async swap(expected, next) {
        const isExpected =
          checkpoint === null || expected === null ? checkpoint === expected : isEqualBytes(checkpoint, expected);
        if (isExpected) checkpoint = next.slice();
        return isExpected;
      },
    },
    close() {
      // Nothing is held open.
    },
  };
}
