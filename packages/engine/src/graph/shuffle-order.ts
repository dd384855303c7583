import { createRandom, shuffleInPlace } from "../math/random.ts";

/** 0 … count − 1 in an order drawn from `seed`. */
export function shuffleOrder(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  shuffleInPlace(order, createRandom(seed), 0, count);
  return order;
}
