import { LifecycleFailure } from "../lifecycle-failure.ts";
import type { DataHolder } from "./data-holder.ts";
import type { ErasureReport, Erasures } from "./erase-account.ts";
import type { PendingErasures } from "./pending-erasures.ts";
import { listAccessLines, type AccessLine } from "./subject-access.ts";
import type { Transactor } from "../../state/transactor.ts";

export type AccessPart = { readonly lines: readonly AccessLine[]; readonly isOver: boolean };

/**
 * What the API and the command ask about accounts. Plain data goes in and out, so that a thread may stand between; a subject access
 * is therefore taken part by part, and given up where nobody asks for the next within `idleMs`.
 */
export interface RecordsDesk {
  erase(account: string, at: number): Promise<ErasureReport>;
  beginAccess(account: string, at: number): Promise<string>;
  /** The next lines, some hundred at a time. */
  continueAccess(ticket: string, at: number): Promise<AccessPart>;
  endAccess(ticket: string): Promise<void>;
}

export const accessLimits = { atOnceMax: 4, idleMs: 60_000, linesMax: 500, charsMax: 1 << 20 } as const;

export type RecordsDeps = {
  readonly holders: readonly DataHolder[];
  readonly erasures: Erasures;
  readonly pending: PendingErasures;
  readonly transactor: Transactor;
  readonly newId: () => string;
};

type Access = { readonly lines: AsyncIterator<AccessLine>; usedAt: number };

export function createRecordsDesk({ holders, erasures, pending, transactor, newId }: RecordsDeps): RecordsDesk {
  const accesses = new Map<string, Access>();
  const end = async (ticket: string): Promise<void> => {
    const access = accesses.get(ticket);
    accesses.delete(ticket);
    await access?.lines.return?.();
  };
  return {
    erase: (account, at) => erasures.erase(account, at),
    beginAccess: async (account, at) => {
      for (const [ticket, { usedAt }] of accesses) if (at - usedAt > accessLimits.idleMs) await end(ticket);
      if (accesses.size >= accessLimits.atOnceMax) throw new LifecycleFailure("too_many");
      const found = await transactor.run(() => pending.find(account));
      const ticket = newId();
      const lines = listAccessLines(holders, { account, at, pending: found });
      accesses.set(ticket, { lines, usedAt: at });
      return ticket;
    },
    continueAccess: async (ticket, at) => {
      const access = accesses.get(ticket);
      if (access === undefined) throw new LifecycleFailure("not_begun");
      access.usedAt = at;
      const lines: AccessLine[] = [];
      try {
        for (let chars = 0; lines.length < accessLimits.linesMax && chars < accessLimits.charsMax;) {
          const next = await access.lines.next();
          if (next.done === true) {
            await end(ticket);
            return { lines, isOver: true };
          }
          lines.push(next.value);
          chars += JSON.stringify(next.value).length;
        }
      } catch (error) {
        await end(ticket);
        throw error;
      }
      return { lines, isOver: false };
    },
    endAccess: end,
  };
}
