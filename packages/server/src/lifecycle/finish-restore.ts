import type { Ledger } from "../ledger/ledger.ts";
import { readRestoredMark, removeRestoredMark } from "./backup/restored-mark.ts";
import type { Erasures } from "./records/erase-account.ts";
import type { ErasureRegister } from "./records/erasure-register.ts";

export type FinishDeps = {
  /** Folder of the data. */
  readonly data: string;
  readonly erasures: Pick<Erasures, "erase">;
  readonly register: Pick<ErasureRegister, "listSince">;
  readonly ledger: Pick<Ledger, "append">;
  readonly now: () => number;
};

export type Finished = {
  readonly backedUpAt: number;
  /** Accounts that were erased again, because they had been since the backup. */
  readonly erasedAgain: number;
};

/**
 * The first start after a restore, before anything is answered: what was erased since the backup is erased again, and the ledger says that
 * the data was restored. Null where nothing was. May be cut off and called again: the ledger may then say it twice.
 */
export async function finishRestore(deps: FinishDeps): Promise<Finished | null> {
  const mark = readRestoredMark(deps.data);
  if (mark === null) return null;
  const accounts = await deps.register.listSince(mark.backedUpAt);
  for (const account of accounts) await deps.erasures.erase(account, deps.now());
  const times = { backed_up: mark.backedUpAt, restored: mark.restoredAt };
  await deps.ledger.append({ facts: { type: "data_restored", times } });
  removeRestoredMark(deps.data);
  return { backedUpAt: mark.backedUpAt, erasedAgain: accounts.length };
}
