export type LinkKind = "setup" | "invitation" | "reset";
export type ResetParts = "password" | "totp" | "both";

/** A link that works once. */
export type LinkRecord = {
  /** SHA-256 of the code, hex. */
  readonly hash: string;
  readonly kind: LinkKind;
  /** Null for set-up: there is nobody yet. */
  readonly personId: string | null;
  readonly parts: ResetParts;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** What was entered before the last step, as JSON: hashes and sealed secrets only. */
  readonly draft: string | null;
};

export type ResetRecord = {
  readonly id: string;
  readonly personId: string;
  readonly parts: ResetParts;
  readonly proposedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** Links that work once, and resets that wait for a second administrator. */
export interface LinkStore {
  insert(link: LinkRecord): Promise<void>;
  find(hash: string): Promise<LinkRecord | null>;
  setDraft(hash: string, draft: string): Promise<void>;
  /** True where it was there; then it is no longer. */
  take(hash: string): Promise<boolean>;
  /** Those of one person, or all for set-up where `personId` is null. */
  deleteOf(kind: LinkKind, personId: string | null): Promise<void>;
  insertReset(reset: ResetRecord): Promise<void>;
  findReset(id: string): Promise<ResetRecord | null>;
  deleteReset(id: string): Promise<boolean>;
  deleteResetsOf(personId: string): Promise<void>;
  /** Oldest first. */
  listResets(): Promise<readonly ResetRecord[]>;
  /** Links and resets that expired before `at`; returns how many. */
  deleteExpired(at: number): Promise<number>;
}
