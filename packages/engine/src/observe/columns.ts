/*
 * Growing typed arrays. A row that was never set reads as "not known", and a column that was never set holds no
 * memory, so that input without devices or texts does not pay for them.
 */

const rowsAtFirst = 1024;

/** Whole numbers by row; -1 where not known. */
export class IntColumn {
  values: Int32Array = new Int32Array(0);

  get(row: number): number {
    return row < this.values.length ? this.values[row] : -1;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      if (value === -1) return;
      const grown = new Int32Array(Math.max(rowsAtFirst, (row + 1) * 2)).fill(-1, this.values.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[row] = value;
  }
}

/** Numbers by row; NaN where not known. */
export class FloatColumn {
  values: Float64Array = new Float64Array(0);

  get(row: number): number {
    return row < this.values.length ? this.values[row] : Number.NaN;
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      if (Number.isNaN(value)) return;
      const grown = new Float64Array(Math.max(rowsAtFirst, (row + 1) * 2)).fill(Number.NaN, this.values.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[row] = value;
  }
}
