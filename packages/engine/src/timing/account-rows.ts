import type { ActionTable } from "../contract/table.ts";

/** Rows of the action table by account, in order of time: account a has `index[start[a] .. start[a + 1])`. */
export type AccountRows = { readonly start: Int32Array; readonly index: Int32Array };

export function listAccountRows(table: ActionTable): AccountRows {
  const start = new Int32Array(table.accounts.count + 1);
  for (let row = 0; row < table.count; row += 1) start[table.account[row] + 1] += 1;
  for (let account = 0; account < table.accounts.count; account += 1) start[account + 1] += start[account];
  const next = start.slice();
  const index = new Int32Array(table.count);
  for (let row = 0; row < table.count; row += 1) index[next[table.account[row]]++] = row;
  return { start, index };
}
