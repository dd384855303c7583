import { existsSync } from "node:fs";
import { join } from "node:path";
import { findInclusionFault, hashLeaf, openCheckpoint, parseCheckpoint } from "@breakwater/ledger";
import { listSigningKeys } from "../../ledger/keys/signing-keys.ts";
import { LedgerFailure } from "../../ledger/ledger-failure.ts";
import { ledgerFiles } from "../../ledger/open-ledger-at.ts";
import type { LogStore } from "../../ledger/ports/log-store.ts";
import { primitives, sha256 } from "../../ledger/primitives.ts";
import { auditLog } from "../../ledger/reader/audit-log.ts";
import { createLogReader } from "../../ledger/reader/log-reader.ts";
import { createStagedRead } from "../../ledger/reader/staged-read.ts";
import { openSqliteLogStore } from "../../ledger/stores/sqlite-log-store.ts";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

/** The newest checkpoint is signed by our key, and its last entry is in its tree; deep: every entry is. */
export async function checkLedger({ layout, isDeep }: Examination): Promise<readonly Finding[]> {
  const path = join(layout.ledger, ledgerFiles.log);
  if (!existsSync(path)) return [find("ledger", "nothing_yet", { path })];
  const store = openSqliteLogStore(path);
  try {
    return [await judge(store, layout.signingKeys, isDeep)];
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    return [find("ledger", "ledger_damaged", { reason: error.message })];
  } finally {
    store.close();
  }
}

async function judge(store: LogStore, folder: string, isDeep: boolean): Promise<Finding> {
  const note = await store.checkpoints.read();
  if (note === null) return find("ledger", "nothing_yet", { path: folder });
  const head = parseCheckpoint(note);
  if (head === null) return find("ledger", "ledger_damaged", { reason: "malformed_checkpoint" });
  const { origin, size, root } = head;
  const keys = existsSync(folder) ? listSigningKeys(folder, origin).map(({ key }) => key) : [];
  const opened = openCheckpoint(note, { origin, keys, verifyEd25519: primitives.verifyEd25519 });
  if (typeof opened === "string") return find("ledger", "ledger_unsigned", { reason: opened, path: folder });
  if (isDeep) {
    const judged = await auditLog(store);
    if (!judged.ok) return find("ledger", "ledger_damaged", { reason: `${judged.fault.kind} ${judged.fault.where}` });
  } else if (size > 0) {
    const reader = createLogReader(size, createStagedRead(store, head));
    const index = size - 1;
    const proof = await reader.proveInclusion(index, size);
    const leafHash = hashLeaf(await reader.readEntry(index), sha256);
    const fault = findInclusionFault({ index, size, leafHash, proof, root }, sha256);
    if (fault !== null) return find("ledger", "ledger_damaged", { reason: fault });
  }
  return find("ledger", "ledger_verifies", { size, origin });
}
