import { listObstacles, type Entry, type EntryStatus, type StandingObstacle, type Verdict } from "@breakwater/claims";

/** What a registry holds, counted. */
export type RegistryCounts = {
  readonly entries: number;
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly statuses: ReadonlyMap<EntryStatus, number>;
  /** Entries without any obstacle. */
  readonly recognisable: number;
  readonly obstacles: ReadonlyMap<StandingObstacle, number>;
};

export function countEntries(entries: Iterable<Entry>, trustImports: boolean): RegistryCounts {
  const verdicts = new Map<Verdict, number>();
  const statuses = new Map<EntryStatus, number>();
  const obstacles = new Map<StandingObstacle, number>();
  let [all, recognisable] = [0, 0];
  for (const entry of entries) {
    const standing = listObstacles(entry, { trustImports });
    all += 1;
    if (standing.length === 0) recognisable += 1;
    for (const obstacle of standing) bump(obstacles, obstacle);
    bump(verdicts, entry.verdict);
    bump(statuses, entry.status);
  }
  return { entries: all, verdicts, statuses, recognisable, obstacles };
}

export function bump<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The most frequent first; ties by name. */
export function listCounts<K extends string>(counts: ReadonlyMap<K, number>): readonly (readonly [K, number])[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
