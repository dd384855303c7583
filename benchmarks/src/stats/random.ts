/** Uniform in [0, 1), repeated by seed (sfc32, seeded through its own first rounds). A few nanoseconds a draw. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    c |= 0;
    return (mixed >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

/** Fisher–Yates over `values[from .. to)`. */
export function shuffleRange(values: Int32Array, range: readonly [from: number, to: number], random: Random): void {
  const [from, to] = range;
  for (let last = to - 1; last > from; last--) {
    const chosen = from + Math.floor(random() * (last - from + 1));
    const held = values[last];
    values[last] = values[chosen];
    values[chosen] = held;
  }
}
