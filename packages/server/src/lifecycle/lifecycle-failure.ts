/** Why something about the life of the data could not be done. Each has its words in both languages where people are told. */
export type LifecycleFailureCode =
  /** There is no data in the folder that was named. */
  | "no_data"
  /** The keys that belong to the data are not there. */
  | "no_keys"
  /** Something stands where the backup, or what is restored, was to be put. */
  | "target_exists"
  /** The target is, or is inside, the folder of the data or of the keys, or holds them. */
  | "target_inside"
  | "no_room"
  /** The data is of another version of Breakwater, and the command must not change that. */
  | "other_version"
  /** Bytes of a key stand in the data: such a backup would undo every erasure. */
  | "key_in_data"
  /** A database could not be read as one. */
  | "database_damaged"
  /** This is no backup, or its list of files cannot be read. */
  | "manifest_damaged"
  /** A file of the backup is missing, or is not the one that was written. */
  | "file_damaged"
  /** Something stands in the backup that was not written by it. */
  | "file_foreign"
  /** A later version of Breakwater wrote the backup. */
  | "format_unknown"
  /** Reading or writing failed. */
  | "io_failed"
  /** The answer of a subject access would be larger than what one may take. */
  | "too_large"
  /** More subject accesses are under way than may be. */
  | "too_many"
  /** This subject access is over, or was never begun. */
  | "not_begun";

/** The world stood in the way, or a rule did. The message holds nothing personal; `path` is for whoever runs the command. */
export class LifecycleFailure extends Error {
  readonly code: LifecycleFailureCode;
  readonly path: string;
  /** What exactly, where the code does not say: a reason of the system, sizes. */
  readonly detail: string;

  constructor(
    code: LifecycleFailureCode,
    { path = "", detail = "" }: { readonly path?: string; readonly detail?: string } = {},
    cause?: unknown,
  ) {
    super([code, detail].filter(Boolean).join(": "), cause === undefined ? undefined : { cause });
    this.name = "LifecycleFailure";
    this.code = code;
    this.path = path;
    this.detail = detail;
  }
}

/** What the file system or SQLite threw, as one of our codes. SQLite says 11 and 26 of files that are none, 13 of a full disk. */
export function toLifecycleFailure(error: unknown, path: string): LifecycleFailure {
  if (error instanceof LifecycleFailure) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const primary = error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : 0;
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "ENOSPC" || code === "EDQUOT" || primary === 13) return new LifecycleFailure("no_room", { path }, error);
  if (primary === 11 || primary === 26) return new LifecycleFailure("database_damaged", { path, detail }, error);
  return new LifecycleFailure("io_failed", { path, detail: code === "" ? detail : code }, error);
}
