import { isStorageFull } from "../sqlite/is-storage-full.ts";

export type ActionLogFailureCode =
  /** The disk has no room. Nothing of the call was taken; it may be tried again. */
  | "disk_full"
  /** More is waiting to be written than the queue takes. Nothing was taken. */
  | "queue_full"
  /** Another process, or another part of this one, writes to this folder. */
  | "another_writer"
  | "closed"
  | "storage_failed";

/** The world stood in the way. The message is one sentence without personal data. */
export class ActionLogFailure extends Error {
  readonly code: ActionLogFailureCode;

  constructor(code: ActionLogFailureCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ActionLogFailure";
    this.code = code;
  }
}

/** What a store threw, as one of our codes. SQLite says 13 (SQLITE_FULL), the file system ENOSPC or EDQUOT. */
export function toActionLogFailure(error: unknown): ActionLogFailure {
  if (error instanceof ActionLogFailure) return error;
  if (isStorageFull(error)) {
    return new ActionLogFailure("disk_full", "The disk of the action log is full; make room and try again.", error);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new ActionLogFailure("storage_failed", `The action log's storage failed: ${message}.`, error);
}
