import type { NoticeRecord, NoticeStore } from "./notice-store.ts";

/** The obvious way: what the other stores are held against. */
export function createMemoryNoticeStore(): NoticeStore {
  const notices = new Map<string, NoticeRecord>();
  const compareIds = (a: NoticeRecord, b: NoticeRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const compare = (a: NoticeRecord, b: NoticeRecord): number => a.createdAt - b.createdAt || compareIds(a, b);
  return {
    add: async (notice) => {
      if (notices.has(notice.id)) throw new Error("The id is taken.");
      notices.set(notice.id, notice);
    },
    find: async (id) => notices.get(id) ?? null,
    write: async (notice) => {
      notices.set(notice.id, notice);
    },
    list: async ({ statuses, kinds, about, after, limit }) =>
      [...notices.values()]
        .filter(
          (notice) =>
            (statuses === undefined || statuses.includes(notice.status)) &&
            (kinds === undefined || kinds.includes(notice.kind)) &&
            (about === undefined || notice.about.id === about) &&
            (after === undefined || compare(notice, { ...notice, createdAt: after[0], id: after[1] }) < 0),
        )
        .sort(compare)
        .toReversed()
        .slice(0, limit),
    listDue: async (at, limit) =>
      [...notices.values()]
        .filter(({ nextAt }) => nextAt !== null && nextAt <= at)
        .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0) || compareIds(a, b))
        .slice(0, limit),
    forget: async (at) => {
      const old = [...notices.values()].filter(({ nextAt, createdAt }) => nextAt === null && createdAt < at);
      for (const { id } of old) notices.delete(id);
      return old.length;
    },
  };
}
