import type { Entry } from "./entry.ts";

/** What can happen to an entry. Each makes one version. */
export const registryActions = [
  "added",
  "imported",
  "edited",
  "reviewed",
  "published",
  "corrected",
  "adopted",
  "withdrawn",
] as const;
export type RegistryAction = (typeof registryActions)[number];

/** An entry as it stood after something happened to it. Versions are never changed or taken away. */
export type EntryVersion = {
  /** When, epoch milliseconds. */
  readonly at: number;
  /** Who did it. */
  readonly by: string;
  readonly action: RegistryAction;
  readonly reason?: string;
  readonly entry: Entry;
};

/** The history of one entry, oldest first, never empty. */
export type EntryRecord = { readonly versions: readonly EntryVersion[] };

/** The latest version: what an editor works on. */
export function getLatest(record: EntryRecord): EntryVersion {
  return getVersion(record.versions, record.versions.length - 1);
}

/**
 * The version that posts are checked against: the last that was published, corrected or withdrawn, or the latest where there is
 * none. While a correction waits for its reviewers, what was published stands.
 */
export function getInForce(record: EntryRecord): EntryVersion {
  return getVersion(record.versions, findInForce(record.versions.map(({ entry }) => entry.status)));
}

/** The place of the version in force among the statuses of all versions. */
export function findInForce(statuses: readonly Entry["status"][]): number {
  const settled = statuses.findLastIndex((status) => status !== "draft" && status !== "reviewed");
  return settled < 0 ? statuses.length - 1 : settled;
}

function getVersion(versions: readonly EntryVersion[], index: number): EntryVersion {
  const version = versions[index];
  if (version === undefined) throw new RangeError("A record has at least one version.");
  return version;
}
