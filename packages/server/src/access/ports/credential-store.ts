/** A person's TOTP secret, sealed under a key that is not in this database. */
export type SealedTotp = {
  readonly sealed: Uint8Array;
  /** The last time step of which a code was taken; no code of it or before is taken again. */
  readonly lastStep: number;
};

/** What people prove themselves with. Nothing here can be used without the key that is kept apart. */
export interface CredentialStore {
  setPassword(personId: string, hash: string): Promise<void>;
  getPassword(personId: string): Promise<string | null>;
  setTotp(personId: string, totp: SealedTotp): Promise<void>;
  getTotp(personId: string): Promise<SealedTotp | null>;
  /** True where `step` was later than the last one taken: a code is taken once. */
  advanceTotp(personId: string, step: number): Promise<boolean>;
  /** Replaces all of them. */
  setRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void>;
  /** True where it was there; then it is no longer. */
  takeRecoveryCode(personId: string, hash: string): Promise<boolean>;
  countRecoveryCodes(personId: string): Promise<number>;
  /** `identity`: keyed hash of issuer and subject. */
  addIdentity(identity: string, personId: string): Promise<void>;
  findByIdentity(identity: string): Promise<string | null>;
}
