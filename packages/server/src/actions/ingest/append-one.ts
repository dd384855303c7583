import { BatchEncoder } from "../action-batch.ts";
import { aheadMsMax, type IngestDeps } from "./ingest-actions.ts";

export type OneOutcome = {
  readonly status: "stored" | "duplicate" | "rejected" | "failed";
  /** Why it was rejected at the door, or what stood in the way of the log. */
  readonly reason?: string;
};

/** What `POST /v1/actions` does with one action: through the door, and durable once it resolves. */
export async function appendOne(
  { queue, doors, retentionMs }: IngestDeps,
  { source, value, at }: { readonly source: string; readonly value: unknown; readonly at: number },
): Promise<OneOutcome> {
  if (source === "") return { status: "rejected", reason: "not_allowed" };
  const door = await doors.doorAt(at);
  const admission = door.admit(value, { from: at - retentionMs, to: at + aheadMsMax });
  if (admission.kind === "refused") return { status: "rejected", reason: admission.reason };
  const encoder = new BatchEncoder(source, { bytesGuess: 1 << 12 });
  encoder.add(admission.action);
  const outcome = await queue.append(encoder.finish());
  if (outcome.kind === "failed") return { status: "failed", reason: outcome.code };
  return { status: outcome.duplicates.length > 0 ? "duplicate" : "stored" };
}
