import { splitCharacters } from "./tables/parts.ts";

type PartTable = {
  /** Bit 1 where a code unit begins some pair, bit 2 where it ends one: the quick refusal. */
  readonly places: Uint8Array;
  readonly wholes: ReadonlyMap<number, number>;
};

let built: PartTable | undefined;

/** The character that two neighbours make when they are its halves (言兑 → 说), or 0. */
export function joinParts(first: number, second: number): number {
  built ??= buildParts();
  const { places } = built;
  if (((places[first] ?? 0) & 1) === 0 || ((places[second] ?? 0) & 2) === 0) return 0;
  return built.wholes.get((first << 16) | second) ?? 0;
}

function buildParts(): PartTable {
  const places = new Uint8Array(0x10000);
  const wholes = new Map<number, number>();
  for (let i = 0; i < splitCharacters.length; i += 3) {
    const first = splitCharacters.charCodeAt(i);
    const second = splitCharacters.charCodeAt(i + 1);
    places[first] = (places[first] ?? 0) | 1;
    places[second] = (places[second] ?? 0) | 2;
    wholes.set((first << 16) | second, splitCharacters.charCodeAt(i + 2));
  }
  return { places, wholes };
}
