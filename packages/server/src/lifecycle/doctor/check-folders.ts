import { accessSync, constants, existsSync, realpathSync, statSync, type Stats } from "node:fs";
import { sep } from "node:path";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

/** Both folders are there, ours alone, and apart. */
export function checkFolders({ layout, userId }: Examination): readonly Finding[] {
  const { data, keys } = layout;
  const there = [data, keys].filter((folder) => existsSync(folder));
  if (there.length === 0) return [find("folders", "folders_not_yet", { path: data })];
  const findings = there.flatMap((folder) => judge(folder, userId));
  const [one, other] = [data, keys].map((folder) => `${existsSync(folder) ? realpathSync(folder) : folder}${sep}`) as [
    string,
    string,
  ];
  if (one.startsWith(other) || other.startsWith(one)) findings.push(find("folders", "keys_in_data", { path: keys }));
  return findings.length > 0 ? findings : [find("folders", "folders_fit", { data, keys })];
}

function judge(path: string, userId: number | null): Finding[] {
  const stats = statSync(path);
  if (!stats.isDirectory()) return [find("folders", "folder_is_none", { path })];
  if (!isOurs(path, stats, userId)) return [find("folders", "folder_not_ours", { path, owner: String(stats.uid) })];
  return isOpenToOthers(stats) ? [find("folders", "folder_open_to_others", { path, mode: toOctal(stats.mode) })] : [];
}

function isOurs(path: string, { uid }: Stats, userId: number | null): boolean {
  // The system's administrator may write everywhere, and would leave files that the service cannot.
  if (userId !== null && userId !== 0 && uid !== userId) return false;
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Windows has no such bits: it says the same of every file. */
export function isOpenToOthers({ mode }: Pick<Stats, "mode">): boolean {
  return process.platform !== "win32" && (mode & 0o077) !== 0;
}

export function toOctal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(3, "0");
}
