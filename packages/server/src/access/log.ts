import type { AccessDeps } from "./deps.ts";
import type { Actor, AuditEntry } from "./ports/audit-store.ts";

export interface AccessLog {
  /** Newest first, those before `before`. */
  listAccessLog(input: {
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly (AuditEntry & { readonly sequence: number })[]>;
  /** Somebody asks for everything that is kept of an account, or erases it: written down before it is done, so that nobody does it unseen. */
  logRecordsAct(input: {
    readonly event: "account.read" | "account.erased";
    readonly account: string;
    readonly actor: Actor;
    readonly at: number;
  }): Promise<void>;
  /** Forgets what has run out: sessions, links, resets, counts of attempts, old entries of the log. To be called now and then. */
  sweepAccess(input: { readonly at: number }): Promise<{ readonly removed: number }>;
}

const attemptsKeptMs = 30 * 86_400_000;

export function createAccessLog({
  store,
  transactor,
  limits,
  guard,
}: AccessDeps & { readonly guard: { readonly sweep: (before: number) => Promise<number> } }): AccessLog {
  return {
    listAccessLog: ({ before, limit }) => transactor.run(() => store.audit.listBefore(before, limit)),
    logRecordsAct: ({ event, account, actor, at }) =>
      transactor.run(() =>
        store.audit.append({ at, event, actor, subject: { kind: "account", id: account }, facts: {} }),
      ),
    sweepAccess: ({ at }) =>
      transactor.run(async () => {
        const sessions = await store.sessions.deleteStale(at, at - limits.sessionIdleMs);
        const links = await store.links.deleteExpired(at);
        const entries = await store.audit.deleteBefore(at - limits.auditKeptMs);
        return { removed: sessions + links + entries + (await guard.sweep(at - attemptsKeptMs)) };
      }),
  };
}
