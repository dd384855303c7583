/**
 * Rows of co-action, column by column: account `account[i]` acted on `object[i]` at `at[i]` (ms since 1970 UTC). Equal
 * identifiers share one string. Nothing in here knows the detector, so that an experiment can call any part of it.
 */
export type Columns = {
  readonly account: readonly string[];
  readonly object: readonly string[];
  readonly at: Float64Array;
};

export type TextColumns = Columns & { readonly text: readonly string[] };

/** The rows at `order`, in that order. */
export function takeRows(columns: Columns, order: ArrayLike<number>): Columns {
  const account: string[] = [];
  const object: string[] = [];
  const at = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i];
    account.push(columns.account[row]);
    object.push(columns.object[row]);
    at[i] = columns.at[row];
  }
  return { account, object, at };
}

/** The first row of each account on each object, in the order given: an account's repeats are no co-action. */
export function takeFirst(columns: Columns): Columns {
  const first = new Map<string, number>();
  columns.account.forEach((account, row) => {
    const key = `${account} ${columns.object[row]}`;
    const known = first.get(key);
    if (known === undefined || columns.at[row] < columns.at[known]) first.set(key, row);
  });
  return takeRows(
    columns,
    [...first.values()].sort((a, b) => a - b),
  );
}
