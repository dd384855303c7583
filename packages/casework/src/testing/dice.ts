/** Chance from a seed, the same on every machine. */
export type Dice = {
  /** A whole number below `below`. */
  readonly roll: (below: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** One of them, or undefined where there is none. */
  readonly find: <T>(from: readonly T[]) => T | undefined;
  readonly some: <T>(from: readonly T[], most: number) => readonly T[];
};

/** Mulberry32: plenty for choosing commands. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (below: number): number => Math.floor(next() * below);
  return {
    roll,
    chance: (share) => next() < share,
    pick: (from) => from[roll(from.length)] ?? from[0],
    find: (from) => from[roll(from.length)],
    some: (from, most) => {
      const left = [...from];
      const taken = [];
      for (let turn = 1 + roll(most); turn > 0 && left.length > 0; turn -= 1)
        taken.push(...left.splice(roll(left.length), 1));
      return taken;
    },
  };
}
