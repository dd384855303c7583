import { createAlias } from "../random/alias.ts";
import type { Random } from "../random/random.ts";
import type { Population } from "./population.ts";
import { chronotypes } from "./rhythm.ts";
import type { Tide } from "./tide.ts";

/** Who acts. */
export interface Actors {
  /** An account that exists and is awake at a moment, or null when none was found in a few tries. */
  at(at: number, tide: Tide): number | null;
}

/** Share of actions by someone who acted within the last minutes: people come in sessions. */
const sessionShare = 0.3;
const sessionSeconds = 300;
const recentMin = 16;
const recentMax = 1 << 15;
const triesMax = 6;

/** Draws accounts by their activity, among those whose day it is, and in sessions. */
export function createActors(population: Population, random: Random): Actors {
  const rosters = chronotypes.map((_, type) => {
    const members: number[] = [];
    for (let i = 0; i < population.count; i++) if (population.chronotype[i] === type) members.push(i);
    const weights = Float64Array.from(members, (ordinal) => population.activity[ordinal] ?? 0);
    return { members: Int32Array.from(members), alias: createAlias(weights) };
  });
  const recent = new Int32Array(recentMax).fill(-1);
  let seen = 0;

  function draw(at: number, tide: Tide): number {
    if (random.chance(sessionShare)) {
      const span = Math.min(recentMax, Math.max(recentMin, Math.floor(tide.ratePerSecond() * sessionSeconds)));
      const ordinal = recent[Math.max(0, seen - 1 - random.below(span)) % recentMax] ?? -1;
      if (ordinal >= 0) return ordinal;
    }
    const roster = rosters[tide.pickChronotype()];
    if (roster === undefined || roster.members.length === 0) return -1;
    return roster.members[roster.alias.at(random.next())] ?? -1;
  }

  return {
    at: (at, tide) => {
      for (let i = 0; i < triesMax; i++) {
        const ordinal = draw(at, tide);
        if (ordinal < 0 || at < (population.activeFrom[ordinal] ?? 0)) continue;
        recent[seen++ % recentMax] = ordinal;
        return ordinal;
      }
      return null;
    },
  };
}
