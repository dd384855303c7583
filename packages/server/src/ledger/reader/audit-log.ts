import { parseCheckpoint } from "@breakwater/ledger";
import { createLogAudit, type AuditOptions, type AuditReport, type Checked } from "@breakwater/ledger/verifier";
import { LedgerFailure } from "../ledger-failure.ts";
import type { LogStore } from "../ports/log-store.ts";
import { primitives } from "../primitives.ts";
import { listRotations, readFirstKey } from "./key-history.ts";
import { createLogReader } from "./log-reader.ts";
import { createStagedRead } from "./staged-read.ts";

/**
 * Reads a whole log, or what is published of one, and judges it against its checkpoint and those that were kept outside. What is
 * missing or cannot be read as tiles is a `LedgerFailure`.
 */
export async function auditLog(
  store: LogStore,
  trust: Pick<AuditOptions, "trustedKeys" | "outside" | "onEntry"> = {},
): Promise<Checked<AuditReport>> {
  const checkpoint = await store.checkpoints.read();
  const head = checkpoint === null ? null : parseCheckpoint(checkpoint);
  if (checkpoint === null || head === null) {
    throw new LedgerFailure("log_damaged", "The log has no checkpoint, or one that cannot be read.");
  }
  const firstKey = await readFirstKey(store);
  const rotations = new Map((await listRotations(store)).map((rotation) => [rotation.sequence, rotation.checkpoint]));
  const audit = createLogAudit({ ...primitives, ...trust, checkpoint, firstKey, rotations });
  for await (const leaf of createLogReader(head.size, createStagedRead(store, head)).readEntries(0, head.size)) {
    const fault = audit.push(leaf);
    if (fault !== null) return { ok: false, fault };
  }
  return audit.finish();
}
