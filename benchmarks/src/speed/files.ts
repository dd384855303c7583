import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { coordinationPath } from "../data/folder.ts";

/** russian_coord_tweets ten times over with distinct object, account and share ids: 351,250 rows. Returns the file. */
export function writeRussianCopies(folder: string, copies = 10): string {
  const [header, ...rows] = gunzipSync(readFileSync(coordinationPath("russian_coord_tweets")))
    .toString()
    .trim()
    .split("\n");
  const lines = [header];
  for (let copy = 0; copy < copies; copy++) {
    for (const row of rows) {
      const [object, account, share, time] = row.split(",");
      lines.push(`${object}${copy},${account}${copy},${share}${copy},${time}`);
    }
  }
  const file = join(folder, `russian_x${copies}.csv`);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}
