import { expect, it } from "vitest";
import { dataHolderLaw } from "../../lifecycle/records/data-holder.law.ts";
import { createMemoryTransactor } from "../../state/memory-state.ts";
import { createMemoryNoticeStore } from "./memory-notice-store.ts";
import { noticeOf } from "./notice-store.law.ts";
import { createNoticesHolder } from "./notices-holder.ts";

dataHolderLaw("notices", async () => {
  const notices = createMemoryNoticeStore();
  return {
    holder: createNoticesHolder({ transactor: createMemoryTransactor(), notices }),
    plant: async (account, mark) => {
      for (const number of [1, 2]) {
        const about = { object: "report", id: `${mark}-${number}` } as const;
        await notices.add(noticeOf(`n-${mark}-${number}`, { party: account, kind: "report_outcome", about }));
      }
    },
    folder: null,
    settle: async () => undefined,
  };
});

it("keeps what somebody needs to read why and to object, and says so", async () => {
  const notices = createMemoryNoticeStore();
  await notices.add(noticeOf("n1"));
  const holder = createNoticesHolder({ transactor: createMemoryTransactor(), notices });
  expect(await holder.erase("a1", 1)).toEqual({
    erased: 0,
    keptBack: [{ kind: "notice", count: 1, because: "d-1", until: null }],
  });
  expect(await notices.find("n1")).not.toBeNull();
});
