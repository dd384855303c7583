/** Failed attempts in a row under one key. A key is a keyed hash: never a login, never an address. */
export type Attempts = {
  readonly failures: number;
  /** The newest of them, milliseconds since 1970 UTC. */
  readonly lastAt: number;
};

export interface AttemptStore {
  get(key: string): Promise<Attempts | null>;
  put(key: string, attempts: Attempts): Promise<void>;
  delete(key: string): Promise<void>;
  /** Forgets those whose newest is before `at`; returns how many. */
  deleteBefore(at: number): Promise<number>;
}
