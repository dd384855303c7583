import type { Scope } from "@breakwater/contract";

/** A token without what it is: of the secret only the hash is kept. */
export type TokenRecord = {
  readonly id: string;
  /** SHA-256 of the whole token, hex. */
  readonly hash: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  /** The person who made it; null where the operator did, on the machine. */
  readonly createdBy: string | null;
  readonly expiresAt: number | null;
  /** `YYYY-MM-DD` in UTC. */
  readonly lastUsedOn: string | null;
  readonly revokedAt: number | null;
};

export interface TokenStore {
  insert(token: TokenRecord): Promise<void>;
  find(id: string): Promise<TokenRecord | null>;
  findByHash(hash: string): Promise<TokenRecord | null>;
  /** By ascending id, those behind `after`. */
  list(after: string, limit: number): Promise<readonly TokenRecord[]>;
  /** True where this call revoked it; a token is revoked once. */
  revoke(id: string, at: number): Promise<boolean>;
  /** Remembers the day of the last use. */
  touch(id: string, day: string): Promise<void>;
}
