import { actionsRequestLimits, type ActionsAnswer } from "@breakwater/contract";
import { readJsonStream, type AdmissionRefusal, type MaskKind, type RecordRefusal } from "@breakwater/intake";
import { BatchEncoder } from "../action-batch.ts";
import type { ActionLogFailureCode } from "../action-log-failure.ts";
import type { ActionDoors } from "../pseudonyms/action-doors.ts";
import type { AppendQueue } from "./append-queue.ts";
import { ResultList } from "./result-list.ts";

/** How far an action's time may be ahead of the clock: milliseconds. Further, and it could end epochs before their time. */
export const aheadMsMax = 5 * 60_000;
/** A batch is sent on when it has so many actions, or so many bytes. */
const batchActionsMax = 2000;
const batchBytesMax = 1 << 20;
/** Batches of one request on their way at a time: while one is written the next is read. */
const batchesAheadMax = 2;

export type IngestDeps = {
  readonly queue: AppendQueue;
  readonly doors: ActionDoors;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How long actions are kept: older ones are refused. Milliseconds. */
  readonly retentionMs: number;
  readonly onCounted?: (count: IngestCount) => void;
};

export type IngestReason = RecordRefusal | AdmissionRefusal;

/** What one request brought, for the metrics. */
export type IngestCount = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: ReadonlyMap<IngestReason, number>;
  readonly masked: ReadonlyMap<MaskKind, number>;
};

export type IngestRequest = {
  readonly source: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly shape: "lines" | "values";
  readonly listsStored: boolean;
};

/** `stopped`: the log took no more, or there were too many records; `answer` is of those before. */
export type Ingested = {
  readonly answer: ActionsAnswer;
  readonly stopped: { readonly code: ActionLogFailureCode | "too_many_records"; readonly records: number } | null;
};

/**
 * Takes the actions of one request through the door and to the log, batch by batch as they arrive. What is answered as stored is
 * durable. Memory: some batches, however long the stream. Throws what `bytes` throws, after what came before is settled.
 */
export async function ingestActions(deps: IngestDeps, request: IngestRequest): Promise<Ingested> {
  const ingest = new Ingest(deps, request);
  const { shape, bytes } = request;
  const { recordBytesMax, recordsMax } = actionsRequestLimits;
  try {
    for await (const records of readJsonStream(bytes, { shape, recordBytesMax })) {
      // A batch of hundreds would keep everybody's check waiting for its whole length.
      if (ingest.records > 0) await giveTurn();
      const door = await deps.doors.doorAt(deps.now());
      const now = deps.now();
      const times = { from: now - deps.retentionMs, to: now + aheadMsMax };
      for (const record of records) {
        if (ingest.records >= recordsMax) return await ingest.stop("too_many_records");
        if (record.kind === "broken") ingest.refuse(record.reason);
        else ingest.take(door.admit(record.value, times));
        if (ingest.isBatchFull) await ingest.send();
        if (ingest.failure !== null) return await ingest.stop(ingest.failure);
      }
    }
    await ingest.send();
  } finally {
    await ingest.settle();
  }
  return ingest.failure === null ? { answer: ingest.finish(), stopped: null } : ingest.stop(ingest.failure);
}

function giveTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

type Admission = ReturnType<Awaited<ReturnType<ActionDoors["doorAt"]>>["admit"]>;

class Ingest {
  /** Records seen so far. */
  records = 0;
  failure: ActionLogFailureCode | null = null;
  readonly #deps: IngestDeps;
  readonly #source: string;
  readonly #results: ResultList;
  readonly #refused = new Map<IngestReason, number>();
  readonly #masked = new Map<MaskKind, number>();
  #encoder: BatchEncoder;
  #indexes: number[] = [];
  #underWay: Promise<void>[] = [];

  constructor(deps: IngestDeps, { source, listsStored }: IngestRequest) {
    this.#deps = deps;
    this.#source = source;
    this.#results = new ResultList(listsStored);
    this.#encoder = new BatchEncoder(source);
  }

  get isBatchFull(): boolean {
    return this.#encoder.count >= batchActionsMax || this.#encoder.bytes >= batchBytesMax;
  }

  refuse(reason: IngestReason): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
    this.#results.refuse(this.records++, toContractReason(reason));
  }

  take(admission: Admission): void {
    if (admission.kind === "refused") {
      this.refuse(admission.reason);
      return;
    }
    for (const { kind } of admission.masked) this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + 1);
    this.#indexes.push(this.records++);
    this.#encoder.add(admission.action);
  }

  /** Sends what has come together; waits where too much is under way. */
  async send(): Promise<void> {
    if (this.#encoder.count === 0) return;
    const indexes = this.#indexes;
    const batch = this.#encoder.finish();
    this.#indexes = [];
    this.#encoder = new BatchEncoder(this.#source, { bytesGuess: this.#encoder.bytes });
    this.#underWay.push(
      this.#deps.queue.append(batch).then((outcome) => {
        if (outcome.kind === "appended") this.#results.settle(indexes, outcome.duplicates);
        else this.failure ??= outcome.code;
      }),
    );
    while (this.#underWay.length >= batchesAheadMax) await this.#underWay.shift();
  }

  async settle(): Promise<void> {
    const underWay = this.#underWay;
    this.#underWay = [];
    await Promise.all(underWay);
  }

  async stop(code: ActionLogFailureCode | "too_many_records"): Promise<Ingested> {
    if (code === "too_many_records") await this.send();
    await this.settle();
    return { answer: this.finish(), stopped: { code: this.failure ?? code, records: this.records } };
  }

  finish(): ActionsAnswer {
    const answer = this.#results.toAnswer();
    const { accepted, duplicates } = answer;
    this.#deps.onCounted?.({ accepted, duplicates, refused: this.#refused, masked: this.#masked });
    return answer;
  }
}

/** Of the readers' reasons only those of JSON can come here. */
function toContractReason(reason: IngestReason): Parameters<ResultList["refuse"]>[1] {
  switch (reason) {
    case "wrong_column_count":
    case "unclosed_quote":
    case "truncated_input":
      return "bad_json";
    default:
      return reason;
  }
}
