import type { LedgerNotary as CaseworkNotary } from "../casework/notary.ts";
import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";

/** The notary as casework knows it: it also reads back what was committed, to find what a process that died had not noted. */
export function toCaseworkNotary(notary: LedgerNotary): CaseworkNotary {
  return {
    commit: (facts, payload) => notary.commit(facts, payload),
    readAfter: async (sequence, limit) => {
      const end = Math.min(await notary.size(), sequence + 1 + limit);
      const entries = [];
      for (let at = sequence + 1; at < end; at += 1)
        entries.push({ sequence: at, payload: await notary.readPayload(at) });
      return entries;
    },
  };
}
