import type { DataHolder, KeptBack } from "../../lifecycle/records/data-holder.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { NoticeRecord, NoticeStore } from "./notice-store.ts";

/** Of one account that are looked at. */
const ofAccountMax = 10_000;

/**
 * What an account was told of, and how far that got. What concerns its reports goes with them; what concerns a decision, a hearing or a hold stays as long as
 * that: without it nobody could read why, or object.
 */
export function createNoticesHolder({
  transactor,
  notices,
}: {
  readonly transactor: Transactor;
  readonly notices: NoticeStore;
}): DataHolder {
  return {
    name: "notices",
    async *listOf(account) {
      for (const notice of await transactor.run(() => notices.listOfParty(account, ofAccountMax))) {
        const { id, kind, about, channel, status, createdAt, lastAt } = notice;
        yield { kind: "notice", at: createdAt, data: { id, kind, about, channel, status, lastAt } };
      }
    },
    erase: (account) =>
      transactor.run(async () => {
        const all = await notices.listOfParty(account, ofAccountMax);
        const keptBack = all.filter(isNeeded);
        for (const { id } of all.filter((notice) => !isNeeded(notice))) await notices.delete(id);
        return { erased: all.length - keptBack.length, keptBack: keptBack.map(toKeptBack) };
      }),
  };
}

function isNeeded({ about }: NoticeRecord): boolean {
  return about.object !== "report" && about.object !== "reporter";
}

function toKeptBack({ about }: NoticeRecord): KeptBack {
  return { kind: "notice", count: 1, because: about.id, until: null };
}
