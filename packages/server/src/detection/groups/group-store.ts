import type { GroupKind } from "@breakwater/engine";
import type { DetectionGroup, GroupMoment } from "./group.ts";

export type GroupListing = {
  readonly kind?: GroupKind;
  readonly state?: "open" | "ended";
  /** What the page before ended with. */
  readonly after?: { readonly firstEpoch: number; readonly id: string };
  readonly limit: number;
};

/**
 * Groups, the newest evidence of each, and a little of each epoch in which it was found. There is no way to ask for an account:
 * nobody is looked up here.
 */
export interface GroupStore {
  get(id: string): Promise<DetectionGroup | null>;
  /** Takes the place of what stood under its id. */
  put(group: DetectionGroup): Promise<void>;
  /** All that are open, by id. */
  listOpen(): Promise<readonly DetectionGroup[]>;
  /** Those found last first; equal ones by id. */
  list(listing: GroupListing): Promise<readonly DetectionGroup[]>;
  addMoment(id: string, moment: GroupMoment): Promise<void>;
  /** Oldest first: the newest `momentsMax` whole, of those before an even thinning. */
  listMoments(id: string): Promise<readonly GroupMoment[]>;
  /** Ids of the groups whose evidence quotes one of these actions. */
  listQuoting(keys: readonly string[]): Promise<readonly string[]>;
  /** Ids of the groups that ever held the account: for erasure alone. Cost: all groups. */
  listHolding(account: string): Promise<readonly string[]>;
  /** Forgets groups that ended before `at`, event time, but for those in `keep`; how many. */
  deleteEndedBefore(at: number, keep: ReadonlySet<string>): Promise<number>;
}

/** Moments of one group that are kept before every second of the older half is let go. */
export const momentsMax = 200;
