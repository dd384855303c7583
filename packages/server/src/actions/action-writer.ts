import type { ActionBatch } from "./action-batch.ts";
import type { ActionLog } from "./action-log.ts";
import { toActionLogFailure, type ActionLogFailureCode } from "./action-log-failure.ts";
import type { BatchLog } from "./batch-log.ts";
import { nextWatermark, type WatermarkEvent, type WatermarkOptions } from "./watermark/next-watermark.ts";

/** What became of a batch. Plain data: a thread may stand between. */
export type AppendOutcome =
  | {
      readonly kind: "appended";
      readonly stored: number;
      /** Positions in the batch, ascending. */
      readonly duplicates: readonly number[];
    }
  /** Nothing was stored; the batch may come again as it is. */
  | { readonly kind: "failed"; readonly code: ActionLogFailureCode };

export type ChangeOutcome =
  | { readonly kind: "done" }
  /** It is not kept: never seen, removed, or past its retention. */
  | { readonly kind: "not_kept" }
  | { readonly kind: "failed"; readonly code: ActionLogFailureCode };

/** What the front asks of the log's thread. */
export interface ActionAppender {
  /** Durable once it answers. Never rejects for what the world does. */
  append(batch: ActionBatch): Promise<AppendOutcome>;
  /** `text` is masked already. */
  edit(source: string, id: string, text: string): Promise<ChangeOutcome>;
  remove(source: string, id: string): Promise<ChangeOutcome>;
}

/** The log's side of it, which also keeps event time going. */
export interface ActionWriter extends ActionAppender {
  /** Lets the wall clock end epochs; to be called several times a second. Costs nothing where none has ended. */
  tick(): Promise<void>;
}

export type ActionWriterOptions = {
  readonly log: ActionLog & BatchLog;
  readonly watermark: WatermarkOptions;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** After an edit or a removal is durable: tells whoever follows (`tellChanges`). Its failure is not the platform's. */
  readonly onChanged: () => void;
};

/** Stores what comes and writes watermarks behind it. Goes on from where the log stands. */
export async function createActionWriter({
  log,
  watermark,
  now,
  onChanged,
}: ActionWriterOptions): Promise<ActionWriter> {
  let state = { ...(await log.progress()), arrivedAt: now(), writtenAt: now() };

  const advance = async (event: WatermarkEvent): Promise<void> => {
    const before = state;
    const step = nextWatermark(before, event, watermark);
    state = step.state;
    if (step.watermark === null) return;
    try {
      await log.appendWatermark(step.watermark);
    } catch (error) {
      // Unless a later one was written meanwhile, the next event tries again.
      if (state.watermark === step.watermark) state = { ...state, watermark: before.watermark };
      throw error;
    }
  };

  const change = async (work: () => Promise<boolean>): Promise<ChangeOutcome> => {
    try {
      if (!(await work())) return { kind: "not_kept" };
    } catch (error) {
      return { kind: "failed", code: toActionLogFailure(error).code };
    }
    onChanged();
    return { kind: "done" };
  };

  return {
    async append(batch) {
      try {
        const { stored, duplicates, maxAt } = await log.appendBatch(batch, now());
        // The batch is durable whatever becomes of the watermark, which the next tick writes.
        if (stored > 0) advance({ kind: "arrival", maxAt, now: now() }).catch(() => undefined);
        return { kind: "appended", stored, duplicates };
      } catch (error) {
        return { kind: "failed", code: toActionLogFailure(error).code };
      }
    },
    edit: (source, id, text) => change(() => log.edit(source, id, text, now())),
    remove: (source, id) => change(() => log.remove(source, id, now())),
    tick: () => advance({ kind: "tick", now: now() }),
  };
}
