import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";

const mebibyte = 1 << 20;
const fullBytes = 200 * mebibyte;
const lowBytes = 1024 * mebibyte;
const lowShare = 0.1;

/** Room where data and keys stand, or will. */
export function checkDisk({ layout }: Examination): readonly Finding[] {
  const findings = [layout.data, layout.keys].map((folder) => {
    const { bavail, blocks, bsize } = statfsSync(findExisting(folder));
    const free = bavail * bsize;
    const params = { path: folder, mebibytes: Math.floor(free / mebibyte) };
    if (free < fullBytes) return find("disk", "disk_full", params);
    return find("disk", free < lowBytes || bavail < blocks * lowShare ? "disk_low" : "disk_fits", params);
  });
  const bad = findings.filter(({ level }) => level !== "ok");
  return bad.length > 0 ? bad : findings.slice(0, 1);
}

function findExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : findExisting(dirname(folder));
}
