export type LedgerFailureCode =
  /** The disk has no room. Nothing was taken; the same append may be tried again. */
  | "disk_full"
  /** The clock says an earlier time than the newest entry. Nothing was taken. */
  | "clock_backwards"
  /** The clock says a time that no entry can have: past 2100, or no whole number of milliseconds. Nothing was taken. */
  | "clock_out_of_range"
  /** Somebody else moved the checkpoint. This writer is done; open the ledger again. */
  | "another_writer"
  /** Other bytes stand where these were to be put. */
  | "object_differs"
  /** The stored tiles do not have the root that was signed. */
  | "log_damaged"
  /** The checkpoint is not signed by a key that is at hand. */
  | "foreign_checkpoint"
  /** More is waiting to be written than the queue takes. Nothing was taken. */
  | "queue_full"
  /** Facts that cannot stand in the clear, or a payload past its limit. Nothing was taken. */
  | "refused_entry"
  /** The folders of log, signing keys and payload keys stand in one another, and so would their backups. */
  | "folders_not_apart"
  | "closed"
  | "storage_failed";

/** The world, or another writer, stood in the way. The message is one sentence without personal data. */
export class LedgerFailure extends Error {
  readonly code: LedgerFailureCode;

  constructor(code: LedgerFailureCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "LedgerFailure";
    this.code = code;
  }
}

/** What a store threw, as one of our codes. SQLite says 13 (SQLITE_FULL), the file system ENOSPC or EDQUOT. */
export function toLedgerFailure(error: unknown): LedgerFailure {
  if (error instanceof LedgerFailure) return error;
  if (isFull(error))
    return new LedgerFailure("disk_full", "The disk of the ledger is full; make room and try again.", error);
  const message = error instanceof Error ? error.message : String(error);
  return new LedgerFailure("storage_failed", `The ledger's storage failed: ${message}.`, error);
}

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : null;
  const primary = "errcode" in error && typeof error.errcode === "number" ? error.errcode & 255 : null;
  return code === "ENOSPC" || code === "EDQUOT" || primary === 13;
}
