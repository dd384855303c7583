/**
 * Small documents by key: what detection remembers beside groups (marks, families, previews, audits, …), of which there are few. Methods are called inside a unit
 * of work.
 */
export interface Shelf<T> {
  get(key: string): Promise<T | null>;
  put(key: string, value: T): Promise<void>;
  remove(key: string): Promise<void>;
  /** Ascending by key (code units), behind `after` where given. */
  list(page?: { readonly after?: string; readonly limit?: number }): Promise<readonly T[]>;
}

/** Opens shelves by name; the same name gives the same shelf. */
export type Shelves = <T>(name: string) => Shelf<T>;
