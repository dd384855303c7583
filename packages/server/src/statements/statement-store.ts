import type { StatementFields } from "@breakwater/casework";

/**
 * `queued`: not known to be in the database. `refused`: it said no, and why. `withheld`: its text may not be published; it was never
 * sent.
 */
export const statementStatuses = ["queued", "accepted", "refused", "withheld"] as const;
export type StatementStatus = (typeof statementStatuses)[number];

/** One restriction's statement of reasons as it may be published. */
export type KeptStatement = {
  /** Of the event that restricted; orders statements. */
  readonly sequence: number;
  /** Unique for ever: the decision or hold. */
  readonly puid: string;
  readonly source: "decision" | "hold";
  readonly at: number;
  /** Null where it may not be published. */
  readonly fields: StatementFields | null;
  readonly status: StatementStatus;
  /** What is wrong, as names of fields. */
  readonly faults: readonly string[];
  readonly attempts: number;
  /** When it is tried again. */
  readonly nextAt: number;
  /** The database's own id of it; null where that is not known. */
  readonly uuid: string | null;
};

export type Reconciliation = {
  readonly at: number;
  /** What restricted, counted from casework's events. */
  readonly restrictions: number;
  readonly statements: number;
} & Readonly<Record<StatementStatus, number>>;

/** Statements of reasons on their way out. Called inside a transactor's unit. */
export interface StatementStore {
  /** Does nothing where its sequence or puid is there already. */
  add(statement: KeptStatement): Promise<void>;
  update(statement: KeptStatement): Promise<void>;
  find(puid: string): Promise<KeptStatement | null>;
  /** Behind `after` in order, at most `limit`; of one status where it is given. */
  list(after: number, limit: number, status?: StatementStatus): Promise<readonly KeptStatement[]>;
  /** Those queued whose time has come, oldest first. */
  listDue(at: number, limit: number): Promise<readonly KeptStatement[]>;
  count(): Promise<Readonly<Record<StatementStatus, number>>>;
  /** How far casework's events were looked through. */
  cursor(): Promise<number>;
  moveCursor(sequence: number): Promise<void>;
  keepReconciliation(reconciliation: Reconciliation): Promise<void>;
  /** The newest; null before the first. */
  reconciliation(): Promise<Reconciliation | null>;
}
