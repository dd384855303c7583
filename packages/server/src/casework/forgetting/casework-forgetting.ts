import { addMonths, type CaseState, type Instant, type LeadState, type Settings } from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkNotary } from "../notary.ts";
import { relations } from "../projection/list-links.ts";
import type { ReadModel } from "../projection/read-model.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import { destroyWords, type ObjectName } from "./destroy-words.ts";
import { listHeldRecords, type HeldOfCasework } from "./list-held.ts";
import { findKeptUntil, type KeptOfCasework } from "./find-kept.ts";

/** How accounts, and what was written about them, leave casework. The ledger's proofs and everything that is counted in public stay as they are. */
export interface CaseworkForgetting {
  /**
   * Destroys what no decision in force and no appeal needs any longer: purged cases with their decisions and leads, and leads that ended without a case
   * when the longest time to object and what is kept beyond it are over. At most `limit` of each; how many objects.
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
  readonly readModels: readonly ReadModel[];
  readonly notary: Pick<CaseworkNotary, "erase">;
};

const erasuresAtOnce = 100;
const endedLeads = ["lead_dismissed", "lead_expired", "lead_merged"];

export function createCaseworkForgetting(deps: ForgettingDeps): CaseworkForgetting {
  const { transactor, store, settings, notary } = deps;
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
      const cases = await transactor.run(() =>
        store.listUndestroyed("case", { statuses: ["purged"], before: now, limit }),
      );
      let count = 0;
      for (const id of cases) count += await destroy(await transactor.run(() => listOfCase(id, store)));
      const before = addMonths(now, -(settings.appealWindowUninformedMonths + settings.retentionAfterAppealMonths));
      const leads = await transactor.run(() => store.listUndestroyed("lead", { statuses: endedLeads, before, limit }));
      for (const id of leads) {
        if (!(await transactor.run(() => isOfLiveCase(id, store)))) count += await destroy([{ object: "lead", id }]);
      }
      await settleErasures();
      return count;
    },
    listOf: (account) => transactor.run(() => listHeldRecords(account, store)),
    eraseAccount: async (account) => {
      const named = await transactor.run(() => store.findNaming(account));
      const keptBack: KeptOfCasework[] = [];
      let erased = 0;
      for (const name of named) {
        const kept = await transactor.run(() => findKeptUntil(name, { store, settings }));
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

/** A case with its decisions, the lead that it opened with, and those that went into that. */
async function listOfCase(id: string, store: CaseworkStore): Promise<readonly ObjectName[]> {
  const names: ObjectName[] = [{ object: "case", id }];
  for (const { event } of await store.readHistory("case", id)) {
    if (event.kind === "case_purged")
      names.push(...event.decisions.map((decision) => ({ object: "decision", id: decision }) as const));
    if (event.kind !== "case_opened") continue;
    names.push({ object: "lead", id: event.opening.lead });
    const merged = await store.findLinks(relations.mergedInto, event.opening.lead);
    names.push(...merged.map((link) => ({ object: "lead", id: link.id }) as const));
  }
  return names;
}

/** A merged lead goes with what it went into. */
async function isOfLiveCase(id: string, store: CaseworkStore): Promise<boolean> {
  const lead = (await store.readState("lead", id))?.state as LeadState | undefined;
  if (lead?.status === "lead_accepted" && lead.into !== null) {
    const of = (await store.readState("case", lead.into))?.state as CaseState | undefined;
    return of !== undefined && of.status !== "purged";
  }
  return lead?.status === "lead_merged" && lead.into !== null && lead.into !== id && isOfLiveCase(lead.into, store);
}
