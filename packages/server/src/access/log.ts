import { createHmac } from "node:crypto";
import type { AccessDeps } from "./deps.ts";
import type { Actor, AuditEntry } from "./ports/audit-store.ts";
import { deriveKey } from "./secrets/derive-key.ts";

export interface AccessLog {
  /** Newest first, those before `before`. */
  listAccessLog(input: {
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly (AuditEntry & { readonly sequence: number })[]>;
  /**
   * Somebody asks for everything that is kept of an account, or erases it: written down before it is done, so that nobody does it unseen. The account
   * stands there as a keyed hash, the same for each act on it: an erasure leaves its id nowhere in the data.
   */
  logRecordsAct(input: {
    readonly event: "account.read" | "account.erased";
    readonly account: string;
    readonly actor: Actor;
    readonly at: number;
  }): Promise<void>;
  /** Forgets what has run out: sessions, links, resets, counts of attempts, old entries of the log. To be called now and then. */
  sweepAccess(input: { readonly at: number }): Promise<{ readonly removed: number }>;
}

const hashBytes = 16;
const attemptsKeptMs = 30 * 86_400_000;

export function createAccessLog({
  store,
  transactor,
  limits,
  sealKey,
  guard,
}: AccessDeps & { readonly guard: { readonly sweep: (before: number) => Promise<number> } }): AccessLog {
  const key = deriveKey(sealKey, "account");
  const toSubject = (account: string): string =>
    createHmac("sha256", key).update(account).digest().subarray(0, hashBytes).toString("base64url");
  return {
    listAccessLog: ({ before, limit }) => transactor.run(() => store.audit.listBefore(before, limit)),
    logRecordsAct: ({ event, account, actor, at }) =>
      transactor.run(() =>
        store.audit.append({ at, event, actor, subject: { kind: "account", id: toSubject(account) }, facts: {} }),
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
