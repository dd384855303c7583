import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";

/** What casework asks of the ledger: to commit events, and to find what it committed before a crash. */
export type CaseworkNotary = Pick<LedgerNotary, "commit" | "readAfter">;
