/** A law on 0, 1, 2, … of which only the first cells are told apart; the rest of its mass is `beyond`. */
export type BoundedLaw = { readonly cells: Float64Array; readonly beyond: number };

export function startAtZero(cells: number): BoundedLaw {
  const start = new Float64Array(cells);
  start[0] = 1;
  return { cells: start, beyond: 0 };
}

/** The law of the sum of two independent draws. Only adds positive terms, so far tails keep their relative precision. */
export function addIndependent(a: BoundedLaw, b: BoundedLaw): BoundedLaw {
  const size = a.cells.length;
  const cells = new Float64Array(size);
  const tail = new Float64Array(size + 1);
  tail[size] = b.beyond;
  for (let j = size - 1; j >= 0; j -= 1) tail[j] = tail[j + 1] + b.cells[j];
  let beyond = a.beyond;
  for (let i = 0; i < size; i += 1) {
    const mass = a.cells[i];
    if (mass === 0) continue;
    beyond += mass * tail[size - i];
    for (let j = 0; i + j < size; j += 1) cells[i + j] += mass * b.cells[j];
  }
  return { cells, beyond };
}

/** The law of the sum of `times` independent draws, by squaring. */
export function raiseToPower(law: BoundedLaw, times: number): BoundedLaw {
  let result = startAtZero(law.cells.length);
  let square = law;
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = addIndependent(result, square);
    if (left > 1) square = addIndependent(square, square);
  }
  return result;
}
