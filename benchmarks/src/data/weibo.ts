import { coordinationPath } from "./folder.ts";
import type { Columns } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { cached } from "./cache.ts";

/** weibo_reposts: object = event, in file order, without the rows whose time cannot be read (as UTC). */
export function loadWeibo(): Columns {
  return cached("weibo_reposts", coordinationPath("weibo_reposts"), () => {
    const { event, uid, time } = readCsv(coordinationPath("weibo_reposts"), ["event", "uid", "time"]);
    const at = time.map(parseClock);
    const kept = at.flatMap((value, row) => (Number.isNaN(value) ? [] : [row]));
    return {
      account: kept.map((row) => uid[row]),
      object: kept.map((row) => event[row]),
      at: Float64Array.from(kept, (row) => at[row]),
    };
  });
}

function parseClock(value: string): number {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value) ? Date.parse(`${value.replace(" ", "T")}Z`) : Number.NaN;
}
