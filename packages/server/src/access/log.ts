import type { AccessDeps } from "./deps.ts";
import type { AuditEntry } from "./ports/audit-store.ts";

export interface AccessLog {
  /** Newest first, those before `before`. */
  listAccessLog(input: {
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly (AuditEntry & { readonly sequence: number })[]>;
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
    sweepAccess: ({ at }) =>
      transactor.run(async () => {
        const sessions = await store.sessions.deleteStale(at, at - limits.sessionIdleMs);
        const links = await store.links.deleteExpired(at);
        const entries = await store.audit.deleteBefore(at - limits.auditKeptMs);
        return { removed: sessions + links + entries + (await guard.sweep(at - attemptsKeptMs)) };
      }),
  };
}
