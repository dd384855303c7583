import type { AuditItem } from "../../detection/audits/audit.ts";
import type { Forgetting } from "../../detection/forgetting.ts";
import type { DetectionGroup } from "../../detection/groups/group.ts";
import type { Mark } from "../../detection/leads/mark.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { DataHolder, HeldRecord } from "./data-holder.ts";

export type GroupsHolderDeps = {
  readonly transactor: Transactor;
  readonly groups: {
    get(id: string): Promise<DetectionGroup | null>;
    listHolding(account: string): Promise<readonly string[]>;
  };
  readonly shelves: {
    readonly marks: { list(): Promise<readonly Mark[]> };
    readonly audits: { list(): Promise<readonly AuditItem[]> };
  };
  readonly forgetting: Pick<Forgetting, "forgetActions" | "eraseAccount">;
};

/** What detection found of an account, as far as it is about that account: in which groups it was, and which of its own words are quoted there. */
export function createGroupsHolder({ transactor, groups, shelves, forgetting }: GroupsHolderDeps): DataHolder {
  const listHeld = (account: string): Promise<readonly DetectionGroup[]> =>
    transactor.run(async () => {
      const found = await Promise.all((await groups.listHolding(account)).map((id) => groups.get(id)));
      return found.filter((group) => group !== null).sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    });
  return {
    name: "groups",
    async *listOf(account) {
      for (const group of await listHeld(account)) yield* describeMembership(group, account);
      const { marks, audits } = await transactor.run(async () => ({
        marks: await shelves.marks.list(),
        audits: await shelves.audits.list(),
      }));
      for (const { id, groupId, kind, at, expiresAt, accounts } of marks) {
        if (accounts.includes(account))
          yield { kind: "mark", at, data: { mark: id, group: groupId, means: kind, expiresAt } };
      }
      for (const { id, subject, epoch, verdict } of audits) {
        if (subject.kind !== "account" || subject.account !== account) continue;
        yield {
          kind: "audit",
          at: epoch,
          data: { audit: id, actions: subject.actions, verdict: verdict?.verdict ?? null },
        };
      }
    },
    erase: async (account) => {
      // The words first: once the account is taken out nobody can say which were its own.
      const quoted = (await listHeld(account)).flatMap((group) =>
        listOwnActions(group, account).map(({ id }) => parseKey(id)),
      );
      if (quoted.length > 0) await forgetting.forgetActions(quoted);
      return { erased: await forgetting.eraseAccount(account), keptBack: [] };
    },
  };
}

/** Nothing of the others in the group, and no name of an object: that may be what somebody else wrote. */
function* describeMembership(group: DetectionGroup, account: string): Generator<HeldRecord> {
  const { id, kind, state, firstEpoch, lastEpoch, from } = group;
  const own = group.evidence.accounts.find((one) => one.account === account);
  const found = own && {
    role: own.role,
    score: own.score,
    q: own.q,
    actions: own.actions,
    inStep: own.inStep,
    expected: own.expected,
    families: own.families,
    objects: own.objects.length,
  };
  yield {
    kind: "membership",
    at: from,
    data: { group: id, kind, state, firstEpoch, lastEpoch, account, found: found ?? null },
  };
  for (const { at, text } of listOwnActions(group, account)) {
    if (text !== null && text !== "") yield { kind: "quote", at, data: { group: id, text } };
  }
}

function listOwnActions({ evidence }: DetectionGroup, account: string) {
  const all = [...evidence.coordinated, ...evidence.inauthentic].flatMap(({ actions }) => actions);
  const own = all.filter((action) => action.account === account);
  return [...new Map(own.map((action) => [action.id, action])).values()];
}

/** The other way round of `toActionKey`. */
function parseKey(key: string): { readonly source: string; readonly id: string } {
  const colon = key.indexOf(":");
  const source = key.slice(0, Math.max(0, colon)).replaceAll("%3A", ":").replaceAll("%25", "%");
  return { source, id: key.slice(colon + 1) };
}
