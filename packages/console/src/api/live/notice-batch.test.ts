import { noticeKindNames, routes, type NoticeMessage } from "@breakwater/contract";
import { expect, it } from "vitest";
import { createNoticeBatch } from "./notice-batch.ts";
import { touches, type Touch } from "./touches.ts";

const notice = (type: NoticeMessage["type"], data: NoticeMessage["data"]): NoticeMessage => ({
  type,
  timestamp: "2026-11-25T00:00:00.000Z",
  sequence: 1,
  data,
});

function open() {
  const flushed: (readonly Touch[] | "all")[] = [];
  let due: (() => void) | null = null;
  const batch = createNoticeBatch({
    flush: (touched) => flushed.push(touched),
    later: (run) => {
      due = run;
      return () => (due = null);
    },
  });
  return { batch, flushed, tick: () => due?.() };
}

it("makes old once what fifty notices touch", () => {
  const { batch, flushed, tick } = open();
  for (let i = 0; i < 50; i++) batch.add(notice("lead.updated", { lead: `l${i % 2}` }));
  expect(flushed).toEqual([]);
  tick();
  expect(flushed).toEqual([[{ route: "listLeads" }, { route: "getLead", id: "l0" }, { route: "getLead", id: "l1" }]]);
});

it("makes everything old after a gap, and then begins anew", () => {
  const { batch, flushed, tick } = open();
  batch.add(notice("lead.opened", { lead: "l" }));
  batch.addAll();
  tick();
  batch.add(notice("detector.paused", { detector: "burst" }));
  tick();
  expect(flushed).toEqual(["all", [{ route: "getDetectors" }]]);
});

it("asks nothing for notices that touch nothing on screen, nor after it was stopped", () => {
  const { batch, flushed, tick } = open();
  batch.add(notice("action.edited", { source: "s", id: "a" }));
  tick();
  batch.add(notice("lead.opened", { lead: "l" }));
  batch.stop();
  tick();
  expect(flushed).toEqual([]);
});

it("names routes that there are", () => {
  const known = new Set(routes.map(({ id }) => id));
  const named = noticeKindNames.flatMap((kind) => touches[kind]({}).map(({ route }) => route));
  expect(named.filter((route) => !known.has(route))).toEqual([]);
});
