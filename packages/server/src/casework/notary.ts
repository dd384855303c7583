import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";

/** What casework asks of the ledger: to commit events, to find what it committed before a crash, and to destroy what is to be forgotten. */
export type CaseworkNotary = Pick<LedgerNotary, "commit" | "readAfter" | "erase">;
