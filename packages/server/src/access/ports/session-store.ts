/** A browser that has signed in. Nothing of the browser or its network is kept. */
export type SessionRecord = {
  /** Names it in lists; opens nothing. */
  readonly id: string;
  /** SHA-256 of what the cookie holds, hex. */
  readonly hash: string;
  readonly personId: string;
  /** `second_factor`: the password was right, the code is still to come. */
  readonly stage: "second_factor" | "full";
  readonly createdAt: number;
  /** To the minute. */
  readonly seenAt: number;
  /** However active, it ends here. */
  readonly expiresAt: number;
};

export interface SessionStore {
  insert(session: SessionRecord): Promise<void>;
  findByHash(hash: string): Promise<SessionRecord | null>;
  touch(id: string, seenAt: number): Promise<void>;
  /** True where it was there. */
  delete(id: string): Promise<boolean>;
  /** Returns how many. */
  deleteOfPerson(personId: string): Promise<number>;
  /** Oldest first. */
  listOfPerson(personId: string): Promise<readonly SessionRecord[]>;
  /** Those that expired before `at` or were last seen before `seenBefore`; returns how many. */
  deleteStale(at: number, seenBefore: number): Promise<number>;
}
