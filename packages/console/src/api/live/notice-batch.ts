import type { NoticeMessage } from "@breakwater/contract";
import { touches, type Touch } from "./touches.ts";

export type NoticeBatch = {
  readonly add: (notice: NoticeMessage) => void;
  /** Something was missed: everything may be old. */
  readonly addAll: () => void;
  readonly stop: () => void;
};

export type NoticeBatchOptions = {
  /** Is told each touched answer once; `all` where anything may be old. */
  readonly flush: (touched: readonly Touch[] | "all") => void;
  /** Calls back after `ms`; gives what takes that back. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** From the first notice until it is acted on, ms. */
  readonly waitMs?: number;
};

/**
 * Gathers notices, so that fifty in a second make old what they touch once. Work per notice: a few entries of a map; what costs (asking the
 * service, drawing) happens at most once per `waitMs`, however many come.
 */
export function createNoticeBatch({ flush, later, waitMs = 1000 }: NoticeBatchOptions): NoticeBatch {
  let touched = new Map<string, Touch>();
  let isAll = false;
  let cancel: (() => void) | null = null;

  const schedule = (): void => {
    cancel ??= later(() => {
      cancel = null;
      const gathered = isAll ? "all" : [...touched.values()];
      [touched, isAll] = [new Map(), false];
      if (gathered === "all" || gathered.length > 0) flush(gathered);
    }, waitMs);
  };

  return {
    add: ({ type, data }) => {
      for (const touch of touches[type](data)) touched.set(`${touch.route} ${touch.id ?? ""}`, touch);
      schedule();
    },
    addAll: () => {
      isAll = true;
      schedule();
    },
    stop: () => cancel?.(),
  };
}
