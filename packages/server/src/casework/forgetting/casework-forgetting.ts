import type { Instant, Settings } from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkStores } from "../create-casework.ts";
import type { Listing } from "../listing/listing.ts";
import type { CaseworkNotary } from "../notary.ts";
import type { ReadModel } from "../projection/read-model.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import { destroyWords, type ObjectName } from "./destroy-words.ts";
import { findExpiry } from "./endings.ts";
import { findKeptUntil, type KeptOfCasework } from "./find-kept.ts";
import type { BesideStores } from "./forget-beside.ts";
import { listExpired } from "./list-expired.ts";
import { listHeldRecords, type HeldOfCasework } from "./list-held.ts";

/** How accounts, and what was written about them, leave casework. The ledger's proofs and everything that is counted in public stay as they are. */
export interface CaseworkForgetting {
  /**
   * Destroys what no decision in force and no appeal needs any longer: purged cases with their decisions and leads, and what ended without a case
   * when the longest time to object and what is kept beyond it are over; so do records of who was told what and who opened what. At most `limit` of each kind of object; how many of all.
   */
  destroyExpired(now: Instant, limit: number): Promise<number>;
  /** What is held of an account, for whose account it is. */
  listOf(account: string): Promise<readonly HeldOfCasework[]>;
  /** Destroys at once what nobody needs, and says what is kept back, why, and until when. */
  eraseAccount(account: string): Promise<{ readonly erased: number; readonly keptBack: readonly KeptOfCasework[] }>;
}

export type ForgettingDeps = {
  readonly transactor: Transactor;
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly listing: Listing;
  readonly readModels: readonly ReadModel[];
  readonly beside: BesideStores & Pick<CaseworkStores, "views">;
  readonly notary: Pick<CaseworkNotary, "erase">;
};

const erasuresAtOnce = 100;

export function createCaseworkForgetting(deps: ForgettingDeps): CaseworkForgetting {
  const { transactor, store, settings, notary } = deps;
  const { notices, views } = deps.beside;
  const destroy = (objects: readonly ObjectName[]): Promise<number> =>
    transactor.run(async () => ((await destroyWords(objects, deps)) ? objects.length : 0));

  /** What is owed stays owed until it is done; asked for twice it is logged twice, which harms nobody. */
  const settleErasures = async (): Promise<void> => {
    for (;;) {
      const entries = await transactor.run(() => store.listOwedErasures(erasuresAtOnce));
      if (entries.length === 0) return;
      for (const entry of entries) {
        await notary.erase(entry);
        await transactor.run(() => store.settleErasure(entry));
      }
    }
  };

  return {
    destroyExpired: async (now, limit) => {
      await settleErasures();
      let count = 0;
      for (const unit of await transactor.run(() => listExpired(now, limit, deps))) count += await destroy(unit);
      const { others } = findExpiry(now, settings);
      count += await transactor.run(async () => (await notices.forget(others)) + (await views.forget(others)));
      await settleErasures();
      return count;
    },
    listOf: (account) => transactor.run(() => listHeldRecords(account, { store, notices })),
    eraseAccount: async (account) => {
      const named = await transactor.run(() => store.findNaming(account));
      const keptBack: KeptOfCasework[] = [];
      let erased = 0;
      for (const name of named) {
        const kept = await transactor.run(() => findKeptUntil(name, deps));
        const gone = kept === null ? await destroy([name]) : 0;
        erased += gone;
        // What the ledger does not hold yet is asked for again.
        if (gone === 0) keptBack.push(kept ?? { kind: name.object, count: 1, because: name.id, until: null });
      }
      await settleErasures();
      return { erased, keptBack };
    },
  };
}
