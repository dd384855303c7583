import { createAlias, type Alias } from "../random/alias.ts";
import { hashPair } from "../random/hash.ts";
import type { Random } from "../random/random.ts";
import { topicCount } from "../text/compose.ts";
import type { Population } from "./population.ts";
import { dayMs } from "./rhythm.ts";

/**
 * Who follows whom, and what they last posted. The graph is a function, not a list: the k-th account that someone
 * follows is drawn by a hash of the two numbers, three in four from their own interest, each by its popularity. So
 * it is heavy-tailed, clustered by interest, fixed for the whole simulation, and costs no memory per edge.
 */
export interface Following {
  /** One of those whom the account follows. */
  drawFollowed(random: Random, ordinal: number): number;
  /** The number of a post of the last two days by someone whom the account follows, or null. */
  findPost(random: Random, ordinal: number, at: number): number | null;
  note(ordinal: number, number: number, at: number): void;
}

const postLifeMs = 2 * dayMs;
const triesMax = 3;

export function createFollowing(population: Population): Following {
  const lastNumber = new Uint32Array(population.count);
  const lastAt = new Float64Array(population.count);
  const circles = Array.from({ length: topicCount }, (_, topic) => createCircle(population, topic));

  function drawFollowed(random: Random, ordinal: number): number {
    const degree = 5 + (hashPair(ordinal, population.seed) % 120);
    // The square favours the first few: people meet the same friends again and again.
    const slot = Math.floor(random.next() ** 2 * degree);
    const key = hashPair(ordinal, slot + population.seed);
    const own = population.interest[ordinal] ?? 0;
    const topic = key % 4 === 0 ? hashPair(key, 3) % topicCount : own;
    const circle = circles[topic];
    if (circle === undefined || circle.members.length === 0) return ordinal;
    return circle.members[circle.alias.at(hashPair(key, 7) / 2 ** 32)] ?? ordinal;
  }

  return {
    drawFollowed,
    findPost: (random, ordinal, at) => {
      for (let i = 0; i < triesMax; i++) {
        const author = drawFollowed(random, ordinal);
        const number = lastNumber[author] ?? 0;
        if (number !== 0 && at - (lastAt[author] ?? 0) < postLifeMs) return number;
      }
      return null;
    },
    note: (ordinal, number, at) => {
      lastNumber[ordinal] = number;
      lastAt[ordinal] = at;
    },
  };
}

function createCircle(population: Population, topic: number): { members: Int32Array; alias: Alias } {
  const members: number[] = [];
  for (let i = 0; i < population.count; i++) if (population.interest[i] === topic) members.push(i);
  const popularity = Float64Array.from(members, (ordinal) => {
    const luck = hashPair(ordinal, population.seed + 9) / 2 ** 32;
    return (population.activity[ordinal] ?? 0) ** 0.8 * (1 - luck + 1e-3) ** -0.7;
  });
  return { members: Int32Array.from(members), alias: createAlias(popularity) };
}
