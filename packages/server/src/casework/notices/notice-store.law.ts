import { describe, expect, it } from "vitest";
import type { NoticeRecord, NoticeStore } from "./notice-store.ts";

export function noticeOf(id: string, more: Partial<NoticeRecord> = {}): NoticeRecord {
  return {
    id,
    kind: "decision",
    about: { object: "decision", id: "d-1" },
    party: "a1",
    channel: "account",
    report: null,
    event: 1,
    createdAt: 10,
    status: "waiting",
    attempts: 0,
    lastAt: null,
    nextAt: 10,
    fault: null,
    ...more,
  };
}

/** What every store of notices keeps to. */
export function noticeStoreLaw(name: string, openStore: () => NoticeStore): void {
  describe(`notice store: ${name}`, () => {
    const idsOf = (notices: readonly NoticeRecord[]): readonly string[] => notices.map(({ id }) => id);

    it("gives notices back as they were written", async () => {
      const store = openStore();
      await store.add(noticeOf("n1"));
      await expect(store.add(noticeOf("n1"))).rejects.toThrow();
      expect(await store.find("n1")).toEqual(noticeOf("n1"));
      const changed = noticeOf("n1", {
        kind: "report_outcome",
        about: { object: "report", id: "r1" },
        channel: "mail",
        report: "r1",
        status: "failed",
        attempts: 2,
        lastAt: 11,
        nextAt: null,
        fault: "mail_refused",
      });
      await store.write(changed);
      expect(await store.find("n1")).toEqual(changed);
      expect(await store.find("n2")).toBeNull();
    });

    it("lists the newest first, filtered, page by page", async () => {
      const store = openStore();
      await store.add(noticeOf("n1"));
      await store.add(noticeOf("n2", { createdAt: 20, status: "delivered" }));
      await store.add(noticeOf("n3", { createdAt: 20, kind: "hearing", about: { object: "case", id: "c-1" } }));
      expect(idsOf(await store.list({ limit: 9 }))).toEqual(["n3", "n2", "n1"]);
      expect(idsOf(await store.list({ limit: 2, after: [20, "n3"] }))).toEqual(["n2", "n1"]);
      expect(idsOf(await store.list({ limit: 9, statuses: ["delivered", "failed"] }))).toEqual(["n2"]);
      expect(idsOf(await store.list({ limit: 9, kinds: ["hearing"] }))).toEqual(["n3"]);
      expect(idsOf(await store.list({ limit: 9, about: "d-1" }))).toEqual(["n2", "n1"]);
    });

    it("says what is due, the longest due first, and forgets what is done", async () => {
      const store = openStore();
      await store.add(noticeOf("n1", { nextAt: 30 }));
      await store.add(noticeOf("n2", { nextAt: 20 }));
      await store.add(noticeOf("n3", { nextAt: null }));
      expect(idsOf(await store.listDue(19, 9))).toEqual([]);
      expect(idsOf(await store.listDue(30, 9))).toEqual(["n2", "n1"]);
      expect(idsOf(await store.listDue(30, 1))).toEqual(["n2"]);
      expect(await store.forget(10)).toBe(0);
      expect(await store.forget(11)).toBe(1);
      expect(idsOf(await store.list({ limit: 9 }))).toEqual(["n2", "n1"]);
    });
  });
}
