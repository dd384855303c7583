/**
 * Runs units of work one after the other, each as one durable transaction: all of it is there, or nothing. Whoever reads what they then
 * change does both inside one unit. A unit waits for nothing but the store itself.
 */
export interface Transactor {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Called after each unit that was committed, outside of any transaction. */
  onCommit(listener: () => void): void;
}
