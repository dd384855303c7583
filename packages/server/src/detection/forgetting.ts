import type { Transactor } from "../state/transactor.ts";
import { forgetQuotes, renameAccount } from "./groups/forget-quotes.ts";
import type { DetectionGroup } from "./groups/group.ts";
import type { GroupStore } from "./groups/group-store.ts";
import { toActionKey } from "./judge/action-key.ts";
import type { DetectionShelves } from "./leads/detection-shelves.ts";

/** How what is deleted elsewhere leaves what detection has stored. The judge follows the log by itself. */
export interface Forgetting {
  /** Takes the texts of these actions out of all stored evidence: after a deletion, and after an edit. How many groups changed. */
  forgetActions(actions: readonly { readonly source: string; readonly id: string }[]): Promise<number>;
  /** Takes an account out of all that is stored; in the evidence of groups `erased` stands in its place. How many groups changed. */
  eraseAccount(account: string): Promise<number>;
  /** Forgets groups that ended before `at`, event time, and audits drawn before it, but for groups whose lead is still in use. */
  deleteBefore(
    at: number,
    isInUse: (leadId: string) => Promise<boolean>,
  ): Promise<{ readonly groups: number; readonly audits: number }>;
}

const erased = "erased";

export type ForgettingDeps = {
  readonly transactor: Transactor;
  readonly groups: GroupStore;
  readonly shelves: Pick<DetectionShelves, "audits" | "marks">;
};

export function createForgetting({ transactor, groups, shelves }: ForgettingDeps): Forgetting {
  const change = async (ids: readonly string[], by: (group: DetectionGroup) => DetectionGroup): Promise<number> => {
    for (const id of ids) {
      const group = await groups.get(id);
      if (group !== null) await groups.put({ ...by(group), version: group.version + 1 });
    }
    return ids.length;
  };
  return {
    forgetActions: (actions) =>
      transactor.run(async () => {
        const keys = actions.map(({ source, id }) => toActionKey(source, id));
        const asked = new Set(keys);
        return change(await groups.listQuoting(keys), (group) => ({
          ...group,
          evidence: forgetQuotes(group.evidence, asked),
        }));
      }),
    eraseAccount: (account) =>
      transactor.run(async () => {
        for (const mark of await shelves.marks.list()) {
          if (!mark.accounts.includes(account)) continue;
          await shelves.marks.put(mark.id, { ...mark, accounts: mark.accounts.filter((one) => one !== account) });
        }
        for (const item of await shelves.audits.list()) {
          if (item.subject.kind === "account" && item.subject.account === account) await shelves.audits.remove(item.id);
        }
        return change(await groups.listHolding(account), (group) => ({
          ...group,
          everHeld: group.everHeld.filter((one) => one !== account),
          evidence: renameAccount(group.evidence, account, erased),
        }));
      }),
    deleteBefore: (at, isInUse) =>
      transactor.run(async () => {
        const keep = new Set<string>();
        for (const { id, lead, endedAt } of await groups.list({ state: "ended", limit: Number.MAX_SAFE_INTEGER })) {
          const isOld = endedAt !== null && endedAt < at;
          if (isOld && lead.kind === "opened" && (await isInUse(lead.leadId))) keep.add(id);
        }
        const old = (await shelves.audits.list()).filter(({ epoch }) => epoch < at);
        for (const { id } of old) await shelves.audits.remove(id);
        return { groups: await groups.deleteEndedBefore(at, keep), audits: old.length };
      }),
  };
}
