import type { LedgerNotary } from "../ledger-api/ledger-notary.ts";

/**
 * What casework asks of the ledger: to commit events, to find what it committed before a crash, to destroy what is to be forgotten, and the
 * checkpoint that whoever is told gets to keep.
 */
export type CaseworkNotary = Pick<LedgerNotary, "commit" | "readAfter" | "erase" | "checkpoint">;
