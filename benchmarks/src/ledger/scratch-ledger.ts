import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedgerAt, type OpenedLedger } from "@breakwater/server/ledger";

/** A ledger as a server has it, in a folder of its own on the disk of `TMPDIR`; closing removes it. */
export async function openScratchLedger(kind: "sqlite" | "directory"): Promise<OpenedLedger> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-ledger-"));
  const folders = {
    log: join(folder, "log"),
    signingKeys: join(folder, "signing-keys"),
    payloadKeys: join(folder, "payload-keys"),
  };
  const opened = await openLedgerAt(folders, { origin: "bench.example/ledger", kind, now: Date.now, randomBytes });
  const close = async (): Promise<void> => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...opened, close };
}
