import { Interner } from "./interner.ts";

/**
 * Leaves out each row whose id an earlier one of `rows` has. Cost: linear. Whether any id comes again is asked in the
 * order of memory, which is several times faster, and `rows` is walked only when one does.
 */
export function dropRepeatedIds(ids: readonly string[], rows: Int32Array): Int32Array {
  if (!hasRepeats(ids, rows)) return rows;
  const seen = new Interner();
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (seen.intern(ids[rows[i]]) === count) kept[count++] = rows[i];
  return kept.slice(0, count);
}

function hasRepeats(ids: readonly string[], rows: Int32Array): boolean {
  const isAsked = new Uint8Array(ids.length);
  for (let i = 0; i < rows.length; i++) isAsked[rows[i]] = 1;
  const seen = new Interner();
  let count = 0;
  for (let row = 0; row < ids.length; row++) {
    if (isAsked[row] === 0) continue;
    if (seen.intern(ids[row]) !== count) return true;
    count++;
  }
  return false;
}
