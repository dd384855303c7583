import type { Layer } from "../contract/table.ts";

/**
 * One layer seen from both sides. Rows are a layer's rows: sorted by object, inside an object by time. A *cell* is a
 * run of rows of one object: the whole object, or the part of it inside one time stratum. Under null A the times of a
 * cell are exchangeable among its rows, so a cell is what is tested.
 */
export type Incidence = {
  readonly rows: number;
  readonly accountCount: number;
  readonly account: Int32Array;
  readonly at: Float64Array;
  /** Rows of account a: `rowOfAccount[accountStart[a] .. accountStart[a + 1])`, ascending. */
  readonly accountStart: Int32Array;
  readonly rowOfAccount: Int32Array;
  readonly objectOfRow: Int32Array;
  readonly cells: Cells;
};

export type Cells = {
  readonly count: number;
  readonly start: Int32Array;
  readonly ofRow: Int32Array;
};

/** Cost: linear in the rows. */
export function toIncidence(layer: Layer, accountCount: number): Incidence {
  const rows = layer.account.length;
  const accountStart = new Int32Array(accountCount + 1);
  for (let row = 0; row < rows; row += 1) accountStart[layer.account[row] + 1] += 1;
  for (let a = 0; a < accountCount; a += 1) accountStart[a + 1] += accountStart[a];
  const next = accountStart.slice(0, accountCount);
  const rowOfAccount = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    rowOfAccount[next[layer.account[row]]] = row;
    next[layer.account[row]] += 1;
  }
  const objectOfRow = cellOfRows(layer.start, rows);
  return {
    rows,
    accountCount,
    account: layer.account,
    at: layer.at,
    accountStart,
    rowOfAccount,
    objectOfRow,
    cells: { count: layer.objectCount, start: layer.start, ofRow: objectOfRow },
  };
}

/**
 * The same incidence cut into strata of `widthMs`, the grid shifted by `offsetMs`: each object falls into one cell per
 * stratum in which it has rows. Shares every column but the cells. Cost: linear in the rows.
 */
export function stratify(incidence: Incidence, widthMs: number, offsetMs: number): Incidence {
  const { rows, at, objectOfRow } = incidence;
  const ofRow = new Int32Array(rows);
  const start: number[] = [0];
  for (let row = 0; row < rows; row += 1) {
    const isNew =
      row > 0 &&
      (objectOfRow[row] !== objectOfRow[row - 1] ||
        Math.floor((at[row] + offsetMs) / widthMs) !== Math.floor((at[row - 1] + offsetMs) / widthMs));
    if (isNew) start.push(row);
    ofRow[row] = start.length - 1;
  }
  if (rows > 0) start.push(rows);
  return { ...incidence, cells: { count: start.length - 1, start: Int32Array.from(start), ofRow } };
}

function cellOfRows(start: Int32Array, rows: number): Int32Array {
  const ofRow = new Int32Array(rows);
  for (let cell = 0; cell + 1 < start.length; cell += 1) ofRow.fill(cell, start[cell], start[cell + 1]);
  return ofRow;
}
