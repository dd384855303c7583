import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import type { AccessLimits } from "./limits.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { Actor, AuditEntry } from "./ports/audit-store.ts";

/** What every use case of access stands on. */
export type AccessDeps = {
  readonly store: AccessStore;
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly newId: () => string;
  readonly randomBytes: (bytes: number) => Uint8Array;
  /** 32 bytes, kept apart from the data and from its backups. */
  readonly sealKey: Uint8Array;
  /** Where people reach the service, without a path: `https://breakwater.example`. */
  readonly publicUrl: string;
  readonly limits: AccessLimits;
};

/** Who does something, and when: part of every command. */
export type By = { readonly actor: Actor; readonly at: number };

/** Writes what was changed into the log of access and tells the others; called in the unit of the change. */
export async function recordChange(
  { store, outbox }: Pick<AccessDeps, "store" | "outbox">,
  entry: AuditEntry,
): Promise<void> {
  await store.audit.append(entry);
  const { kind, id } = entry.subject;
  // When somebody comes and goes is nobody's business who hears of changes.
  await outbox.append("access.changed", { what: kind, id: kind === "session" ? null : id }, entry.at);
}
