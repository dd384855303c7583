/** Whether something could not be written for want of room, as far down as it says: SQLite's 13 (SQLITE_FULL), the file system's ENOSPC or EDQUOT, our own `disk_full`. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : null;
  const primary = "errcode" in error && typeof error.errcode === "number" ? error.errcode & 255 : null;
  const isTold = code === "ENOSPC" || code === "EDQUOT" || code === "disk_full";
  return isTold || primary === 13 || isStorageFull(error.cause);
}
