import type { Transactor } from "../state/transactor.ts";
import { listAccounts, listObjects } from "./groups/group.ts";
import type { GroupStore } from "./groups/group-store.ts";
import type { DetectionShelves } from "./leads/detection-shelves.ts";
import { isStanding, markDaysMax, type Mark } from "./leads/mark.ts";

export type MarkRequest = {
  readonly groupId: string;
  readonly kind: Mark["kind"];
  readonly reason: string;
  /** Whole days, 1 to `markDaysMax`. */
  readonly days: number;
  readonly by: string;
  readonly at: number;
};

export interface Marks {
  /** Null where there is no such group. Throws a `RangeError` on a reason that is empty or a time that is not within bounds. */
  mark(request: MarkRequest): Promise<Mark | null>;
  /** Takes back what stands on the group; how many marks it were. From the next epoch on the group may open its lead. */
  withdraw(groupId: string, who: { readonly by: string; readonly at: number }): Promise<number>;
  /** Every mark that was ever put on the group, or that keeps it from opening a lead. */
  listOf(groupId: string): Promise<readonly Mark[]>;
}

const dayMs = 86_400_000;

export type MarksDeps = {
  readonly transactor: Transactor;
  readonly groups: GroupStore;
  readonly shelves: DetectionShelves;
  readonly newId: () => string;
};

/** "Authentic coordination", and suppressions: said by named people, with a reason and an end. */
export function createMarks({ transactor, groups, shelves: { marks }, newId }: MarksDeps): Marks {
  return {
    mark: ({ groupId, kind, reason, days, by, at }) =>
      transactor.run(async () => {
        if (reason.trim() === "") throw new RangeError("A mark needs a reason.");
        if (!Number.isInteger(days) || days < 1 || days > markDaysMax) {
          throw new RangeError(`A mark stands for 1 to ${markDaysMax} days.`);
        }
        const group = await groups.get(groupId);
        if (group === null) return null;
        const mark: Mark = {
          id: newId(),
          groupId,
          kind,
          reason,
          by,
          at,
          expiresAt: at + days * dayMs,
          withdrawn: null,
          accounts: listAccounts(group.evidence),
          objects: listObjects(group.evidence),
          appliedTo: [],
        };
        await marks.put(mark.id, mark);
        return mark;
      }),
    withdraw: (groupId, who) =>
      transactor.run(async () => {
        const standing = (await marks.list()).filter((mark) => mark.groupId === groupId && isStanding(mark, who.at));
        for (const mark of standing) await marks.put(mark.id, { ...mark, withdrawn: who });
        return standing.length;
      }),
    listOf: (groupId) =>
      transactor.run(async () =>
        (await marks.list()).filter((mark) => mark.groupId === groupId || mark.appliedTo.includes(groupId)),
      ),
  };
}
