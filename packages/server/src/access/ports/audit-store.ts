import type { AccessEvent } from "@breakwater/contract";

export type Actor = {
  /** `operator`: on the machine itself. `nobody`: not signed in. */
  readonly kind: "person" | "token" | "operator" | "nobody";
  readonly id: string | null;
};

export type AuditEntry = {
  readonly at: number;
  readonly event: AccessEvent;
  readonly actor: Actor;
  readonly subject: { readonly kind: "person" | "token" | "session" | "reset" | "account"; readonly id: string | null };
  /** What of it changed: plain data, never a secret. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Who changed whose access and when. Appended in the unit of the change itself. */
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first, those before `before`. */
  listBefore(before: number, limit: number): Promise<readonly (AuditEntry & { readonly sequence: number })[]>;
  /** Returns how many. */
  deleteBefore(at: number): Promise<number>;
}
