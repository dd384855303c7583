/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/** sfc32 (Doty-Humphrey, PractRand): small, fast, seeded by one whole number. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 ^ Math.imul(seed, 0x85ebca6b);
  let c = 0xb7e15162 ^ (seed / 4294967296);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
}

/** Fisher–Yates, in place, over `values[from .. to)`. */
export function shuffleInPlace(values: Int32Array | Float64Array, random: Random, from: number, to: number): void {
  for (let i = to - 1; i > from; i -= 1) {
    const j = from + Math.floor(random() * (i - from + 1));
    const held = values[i];
    values[i] = values[j];
    values[j] = held;
  }
}
