import { hashString, mix32 } from "./hash.ts";

/** A seeded source of randomness. All methods advance it; the same seed and stream give the same numbers everywhere. */
export interface Random {
  /** Uniform in [0, 1), 32 bits fine. */
  next(): number;
  /** Uniform whole number in [0, count). */
  below(count: number): number;
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Mean 1. */
  exponential(): number;
  /** Mean 0, deviation 1. */
  normal(): number;
  /** At least 1, P(X > x) = x^-alpha. */
  pareto(alpha: number): number;
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
}

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, PractRand): 128 bits of state, period at least 2^32 and
 * about 2^127 on average, passes BigCrush. A generator with multiplication of 64 bits (PCG, xoshiro's **) was left
 * aside because it needs BigInt. `stream` names an independent sequence of the same seed, so that adding draws to
 * one part of a simulation does not move another.
 */
export function createRandom(seed: number, stream: string = ""): Random {
  const label = hashString(stream);
  let a = mix32(seed ^ label);
  let b = mix32(a ^ Math.floor(seed / 2 ** 32));
  let c = mix32(b ^ label);
  let counter = 1;

  function draw(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  const next = (): number => draw() / 2 ** 32;
  for (let i = 0; i < 15; i++) draw();

  return {
    next,
    below: (count) => Math.floor(next() * count),
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    exponential: () => -Math.log(1 - next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pareto: (alpha) => (1 - next()) ** (-1 / alpha),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    shuffle: <T>(list: readonly T[]): T[] => {
      const copy = list.slice();
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        const held = copy[i] as T;
        copy[i] = copy[j] as T;
        copy[j] = held;
      }
      return copy;
    },
  };
}
