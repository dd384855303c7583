import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { DataHolder, KeptBack } from "./data-holder.ts";
import type { ErasureRegister } from "./erasure-register.ts";
import type { PendingErasures } from "./pending-erasures.ts";

export type ErasureReport = {
  readonly account: string;
  readonly at: number;
  /** Records that are gone, by holder. */
  readonly erased: Readonly<Record<string, number>>;
  readonly keptBack: readonly (KeptBack & { readonly holder: string })[];
  /** Holders that failed, or `files` where deleted bytes could not be wiped yet: tried again within the hour. */
  readonly failed: readonly string[];
  /** When the rest is tried again; null where nothing is left. */
  readonly dueAt: number | null;
};

export type EraseDeps = {
  readonly holders: readonly DataHolder[];
  readonly pending: PendingErasures;
  readonly register: ErasureRegister;
  readonly transactor: Transactor;
  readonly outbox: Pick<Outbox, "append">;
  /** Once it resolves, no byte of what was deleted from the state database is in its files. */
  readonly dropDeleted: () => Promise<void>;
  /** Told of what a holder threw. */
  readonly onFailure: (holder: string, error: unknown) => void;
};

export interface Erasures {
  /** Erases what is kept of an account, in every holder. Some failing does not keep the others. */
  erase(account: string, at: number): Promise<ErasureReport>;
  /** Goes on with those that are due, at most `limit`; how many records went. */
  continueDue(at: number, limit: number): Promise<{ readonly accounts: number; readonly erased: number }>;
}

const hourMs = 3_600_000;
/** Where nobody can say when a decision ends, it is asked again. */
const dayMs = 24 * hourMs;

export function createErasures(deps: EraseDeps): Erasures {
  const { holders, pending, register, transactor, outbox } = deps;
  const names = new Set(holders.map(({ name }) => name));
  if (names.size !== holders.length) throw new Error("Two holders of data have one name.");

  const note = ({ account, at, dueAt }: ErasureReport): Promise<void> =>
    dueAt === null ? pending.remove(account) : pending.put({ account, requestedAt: at, dueAt });

  const finish = async (report: ErasureReport): Promise<ErasureReport> => {
    const { at, erased, keptBack, failed } = report;
    await transactor.run(async () => {
      await note(report);
      // Opaque counts: who it was is what is to be forgotten.
      await outbox.append("records.erased", { erased, keptBack: keptBack.length, failed: failed.length }, at);
    });
    try {
      await deps.dropDeleted();
      return report;
    } catch (error) {
      // A backup reads: the rows are gone, their bytes go with the next try.
      deps.onFailure("files", error);
      const unwiped = { ...report, failed: [...failed, "files"], dueAt: at + hourMs };
      await transactor.run(() => note(unwiped));
      return unwiped;
    }
  };

  const run = async (account: string, at: number): Promise<ErasureReport> => {
    const erased: Record<string, number> = {};
    const keptBack: (KeptBack & { readonly holder: string })[] = [];
    const failed: string[] = [];
    for (const holder of holders) {
      try {
        const result = await holder.erase(account, at);
        erased[holder.name] = result.erased;
        keptBack.push(...result.keptBack.map((kept) => ({ holder: holder.name, ...kept })));
      } catch (error) {
        failed.push(holder.name);
        deps.onFailure(holder.name, error);
      }
    }
    return finish({ account, at, erased, keptBack, failed, dueAt: findDueAt(keptBack, failed, at) });
  };

  return {
    erase: async (account, at) => {
      // First where no restored backup can undo it, then where it is taken up again: from here on it happens, whatever ends this process.
      await register.append({ account, at });
      await transactor.run(() => pending.put({ account, requestedAt: at, dueAt: at }));
      return run(account, at);
    },
    continueDue: async (at, limit) => {
      const due = await transactor.run(() => pending.listDue(at, limit));
      let erased = 0;
      for (const { account } of due) {
        const report = await run(account, at);
        erased += Object.values(report.erased).reduce((sum, count) => sum + count, 0);
      }
      return { accounts: due.length, erased };
    },
  };
}

function findDueAt(keptBack: readonly KeptBack[], failed: readonly string[], at: number): number | null {
  if (failed.length > 0) return at + hourMs;
  if (keptBack.length === 0) return null;
  const until = keptBack.map((kept) => (kept.until === null ? at + dayMs : Math.max(kept.until, at + hourMs)));
  return Math.min(...until);
}
