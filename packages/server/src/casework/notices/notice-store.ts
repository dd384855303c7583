import type { Instant } from "@breakwater/casework";
import type { notice, noticeLetterKinds, noticeLine, noticeStatuses } from "@breakwater/contract";
import type { z } from "zod";

export type NoticeLetterKind = (typeof noticeLetterKinds)[number];
export type NoticeStatus = (typeof noticeStatuses)[number];
export type NoticeLine = z.output<typeof noticeLine>;
export type NoticeToPassOn = z.output<typeof notice>;

/** That somebody is to be told of something. What they are told is made of the record when it is needed, and kept nowhere. */
export type NoticeRecord = {
  readonly id: string;
  readonly kind: NoticeLetterKind;
  readonly about: NoticeLine["about"];
  /** The account that is told; of mail, whom the report's address belongs to. */
  readonly party: string;
  readonly channel: NoticeLine["channel"];
  /** The report that led to it, where the party is a reporter. */
  readonly report: string | null;
  /** Sequence of the event that asks for it: nothing goes out before the ledger holds that. */
  readonly event: number;
  readonly createdAt: Instant;
  readonly status: NoticeStatus;
  readonly attempts: number;
  readonly lastAt: Instant | null;
  readonly nextAt: Instant | null;
  readonly fault: string | null;
};

export type NoticeQuery = {
  readonly statuses?: readonly NoticeStatus[];
  readonly kinds?: readonly NoticeLetterKind[];
  readonly about?: string;
  /** Where the page before ended; the newest come first. */
  readonly after?: readonly [createdAt: number, id: string];
  readonly limit: number;
};

/** Notices to people. Called inside a unit of the transactor. */
export interface NoticeStore {
  /** Throws where the id is taken. */
  add(notice: NoticeRecord): Promise<void>;
  find(id: string): Promise<NoticeRecord | null>;
  write(notice: NoticeRecord): Promise<void>;
  list(query: NoticeQuery): Promise<readonly NoticeRecord[]>;
  /** Those to be tried by `at`, the longest due first, at most `limit`. */
  listDue(at: Instant, limit: number): Promise<readonly NoticeRecord[]>;
  /** Forgets those that are done and were made before `at`; gives how many. */
  forget(at: Instant): Promise<number>;
}
