import { createForgetting } from "../../detection/forgetting.ts";
import { toActionKey } from "../../detection/judge/action-key.ts";
import { openRoom, stateKinds } from "../../detection/testing/open-room.ts";
import { day0, makeDetectionGroup, makeSignal } from "../../detection/testing/pieces.ts";
import { dataHolderLaw } from "./data-holder.law.ts";
import { createGroupsHolder } from "./groups-holder.ts";

for (const kind of stateKinds) {
  dataHolderLaw(`groups, ${kind}`, async () => {
    const room = openRoom(kind);
    const { transactor, store: groups, shelves } = room;
    const forgetting = createForgetting({ transactor, groups, shelves });
    let made = 0;
    const plant = async (account: string, mark: string, other: string): Promise<void> => {
      for (const n of [(made += 1), (made += 1)]) {
        const quotedOf = (who: string, words: string) => ({
          id: toActionKey("a:b%c", `${words}-${n}`),
          account: who,
          at: day0,
          object: null,
          text: `${words} says ${n}`,
        });
        const actions = [quotedOf(account, mark), quotedOf(other, `hello ${made}`)];
        const group = makeDetectionGroup(`g-${n}`, { accounts: "ab", signals: [makeSignal({ actions })] });
        const [own, others] = group.evidence.accounts;
        const accounts = [
          { ...own, account },
          { ...others, account: other },
        ];
        const quotes = actions.map(({ id, text }) => ({ action: id, text }));
        const evidence = { ...group.evidence, accounts, quotes } as typeof group.evidence;
        await transactor.run(() => groups.put({ ...group, everHeld: [account, other].sort(), evidence }));
      }
      const subject = { kind: "account", account, actions: 4 } as const;
      const audit = { id: `audit-${mark}`, subject, epoch: day0, eligible: 9, drawn: 1, verdict: null };
      await transactor.run(() => shelves.audits.put(audit.id, audit));
    };
    const holder = createGroupsHolder({ transactor, groups, shelves, forgetting });
    return { holder, plant, folder: null, settle: async () => undefined };
  });
}
