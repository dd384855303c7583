/** A list of 32-bit numbers that grows; twice as large at each step, so that appending costs the same on average. */
export class GrowingInts {
  values: Int32Array;
  length: number;

  constructor(values: Int32Array = new Int32Array(0)) {
    this.values = values;
    this.length = values.length;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(Math.max(64, 2 * this.length));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}
